//! A folder of its own for one test, gone when the test ends.

use std::path::{Path, PathBuf};

use super::command::{Oneauth, oneauth, repository};

/// A folder that is removed with the value.
pub(crate) struct Sandbox {
    folder: tempfile::TempDir,
}

impl Sandbox {
    /// An empty folder.
    pub(crate) fn new() -> Self {
        let folder = tempfile::Builder::new().prefix("oneauth-").tempdir();
        Self {
            folder: folder.expect("a temporary folder can be made"),
        }
    }

    /// An empty folder with these files in it.
    pub(crate) fn with<'t>(files: impl IntoIterator<Item = (&'t str, &'t str)>) -> Self {
        let sandbox = Self::new();
        for (name, text) in files {
            sandbox.file(name, text);
        }
        sandbox
    }

    /// The folder.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The path of a file in the folder.
    pub(crate) fn join(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Write a file, folders above it included.
    #[allow(clippy::disallowed_methods, reason = "nobody else sees this folder")]
    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.join(name);
        let parent = path.parent().expect("a file is in a folder");
        std::fs::create_dir_all(parent).expect("the folder can be made");
        std::fs::write(&path, content).expect("the file can be written");
        path
    }

    /// Copy `fixtures/<fixture>`, a file or a whole folder, to `name`.
    pub(crate) fn fixture(&self, fixture: &str, name: &str) -> PathBuf {
        let from = repository().join("fixtures").join(fixture);
        self.copy(&from, name);
        self.join(name)
    }

    fn copy(&self, from: &Path, name: &str) {
        if from.is_dir() {
            let entries = std::fs::read_dir(from).expect("the fixture's folder can be read");
            for entry in entries {
                let entry = entry.expect("the fixture's folder can be read");
                let below = entry.file_name();
                self.copy(
                    &entry.path(),
                    &format!("{name}/{}", below.to_string_lossy()),
                );
            }
        } else {
            let bytes = std::fs::read(from);
            self.file(
                name,
                bytes.unwrap_or_else(|e| panic!("{}: {e}", from.display())),
            );
        }
    }

    /// The text of a file in the folder.
    pub(crate) fn read(&self, name: &str) -> String {
        let path = self.join(name);
        std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
    }

    /// Names of all files in the folder, sorted, `/` between their parts.
    pub(crate) fn files(&self) -> Vec<String> {
        let mut names: Vec<_> = super::corpus::files_below(self.path())
            .iter()
            .map(|path| {
                let below = path
                    .strip_prefix(self.path())
                    .expect("it is below the folder");
                below.to_string_lossy().replace('\\', "/")
            })
            .collect();
        names.sort();
        names
    }

    /// `oneauth` with these arguments, in this folder.
    pub(crate) fn oneauth<S: Into<String>>(
        &self,
        arguments: impl IntoIterator<Item = S>,
    ) -> Oneauth {
        oneauth(arguments).within(self.path())
    }
}
