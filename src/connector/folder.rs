//! The folder a connector is kept in: the document, its properties, perhaps a script.

use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

/// Names of the document in such a folder, the usual one first.
const DEFINITION_NAMES: [&str; 4] = [
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

    /// The files of a connector that is written in JSON, perhaps into a folder that is not there.
    ///
    /// # Errors
    /// When the folder is there and cannot be read.
    pub fn at(root: &Path) -> Result<Self> {
        let found = if root.is_dir() {
            Self::open(root)?
        } else {
            None
        };
        let mut folder = found.unwrap_or_else(|| Self {
            root: root.to_owned(),
            definition: None,
            properties: None,
            script: None,
        });
        let is_json = |path: &PathBuf| {
            let extension = path.extension();
            extension.is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
        };
        folder.definition = folder.definition.filter(is_json);
        Ok(folder)
    }

    /// Its document and its properties file, under the usual names where it has none.
    pub fn files(self) -> (PathBuf, PathBuf) {
        let or_usual = |file: Option<PathBuf>, name| file.unwrap_or_else(|| self.root.join(name));
        (
            or_usual(self.definition, Self::DEFINITION),
            or_usual(self.properties, Self::PROPERTIES),
        )
    }

    /// True when a file of this name is a connector's document.
    pub fn is_definition(name: &str) -> bool {
        let mut names = DEFINITION_NAMES.iter();
        names.any(|known| known.eq_ignore_ascii_case(name))
    }

    /// The properties file beside a document. Beside one that is named as a connector's, letter
    /// case does not matter.
    pub fn properties_beside(document: &Path) -> Option<PathBuf> {
        let beside = document.with_file_name(Self::PROPERTIES);
        if beside.is_file() {
            return Some(beside);
        }
        let name = document.file_name()?.to_str()?;
        if !Self::is_definition(name) {
            return None;
        }
        let found = Self::open(parent(document)).ok()??.properties?;
        Some(document.with_file_name(found.file_name()?))
    }

    /// The document beside a properties file.
    pub fn definition_beside(properties: &Path) -> Option<PathBuf> {
        let name = properties.file_name()?.to_str()?;
        if !name.eq_ignore_ascii_case(Self::PROPERTIES) {
            return None;
        }
        let found = Self::open(parent(properties)).ok()??.definition?;
        Some(properties.with_file_name(found.file_name()?))
    }
}

fn parent(file: &Path) -> &Path {
    match file.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
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
