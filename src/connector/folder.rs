//! The folder a connector is kept in: the document, its properties, perhaps a script.

use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

/// Names of the document in such a folder, the usual one first.
const DEFINITION_NAMES: &[&str] = &[
    Folder::DEFINITION,
    "apiDefinition.json",
    "apiDefinition.swagger.yaml",
    "apiDefinition.yaml",
];

/// The files of one connector.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Folder {
    /// The folder.
    pub root: PathBuf,
    /// The OpenAPI document.
    pub definition: Option<PathBuf>,
    /// `apiProperties.json`.
    pub properties: Option<PathBuf>,
    /// `script.csx`, code that runs on each call.
    pub script: Option<PathBuf>,
}

impl Folder {
    /// The usual name of the document.
    pub const DEFINITION: &str = "apiDefinition.swagger.json";
    /// The name of the properties file.
    pub const PROPERTIES: &str = "apiProperties.json";
    /// The name of the script.
    pub const SCRIPT: &str = "script.csx";

    /// The connector files in a folder; `None` when it holds neither document nor properties.
    /// Letter case of names does not matter, as on the systems these folders come from. Of several
    /// spellings the first in byte order counts.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn open(root: &Path) -> Result<Option<Self>> {
        let names = file_names(root)?;
        let find = |wanted: &str| {
            names
                .iter()
                .find(|name| name.eq_ignore_ascii_case(wanted))
                .map(|name| root.join(name))
        };
        let definition = DEFINITION_NAMES.iter().find_map(|name| find(name));
        let properties = find(Self::PROPERTIES);
        if definition.is_none() && properties.is_none() {
            return Ok(None);
        }
        Ok(Some(Self {
            root: root.to_owned(),
            definition,
            properties,
            script: find(Self::SCRIPT),
        }))
    }

    /// The connector that a document belongs to: the folder around it, when it has a properties
    /// file.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn around(document: &Path) -> Result<Option<Self>> {
        let parent = match document.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        let found = Self::open(parent)?.filter(|folder| folder.properties.is_some());
        Ok(found.map(|folder| Self {
            definition: Some(document.to_owned()),
            ..folder
        }))
    }
}

/// The names of the plain files in a folder, sorted. A name that is not UTF-8 is none of ours.
fn file_names(root: &Path) -> Result<Vec<String>> {
    let refuse = |e: std::io::Error| Error::Read {
        path: root.to_owned(),
        reason: e.to_string(),
        help: None,
    };
    let mut names = Vec::new();
    for entry in std::fs::read_dir(root).map_err(refuse)? {
        let entry = entry.map_err(refuse)?;
        if entry.path().is_file()
            && let Ok(name) = entry.file_name().into_string()
        {
            names.push(name);
        }
    }
    names.sort_unstable();
    Ok(names)
}
