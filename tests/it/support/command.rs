//! Runs the real binary in a scrubbed environment and shows everything it did.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A command line of oneauth, not yet run.
pub(crate) struct Oneauth {
    arguments: Vec<String>,
    folder: PathBuf,
    input: Option<Vec<u8>>,
    shell: Option<&'static str>,
    variables: Vec<(String, String)>,
    hidden: Vec<(String, &'static str)>,
}

/// What a run did: exit code and both streams.
pub(crate) struct Ran {
    shown: String,
    /// The exit code; `None` when a signal ended the process.
    pub(crate) code: Option<i32>,
    /// Standard output.
    pub(crate) stdout: String,
    /// Standard error.
    pub(crate) stderr: String,
}

/// The repository's folder, where `fixtures/` is.
pub(crate) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// `oneauth` with these arguments, in the repository's folder.
pub(crate) fn oneauth<S: Into<String>>(arguments: impl IntoIterator<Item = S>) -> Oneauth {
    Oneauth {
        arguments: arguments.into_iter().map(Into::into).collect(),
        folder: repository().to_owned(),
        input: None,
        shell: None,
        variables: Vec::new(),
        hidden: Vec::new(),
    }
}

impl Oneauth {
    /// Run in this folder; its path is shown as `[SANDBOX]`.
    #[must_use]
    pub(crate) fn within(mut self, folder: &Path) -> Self {
        folder.clone_into(&mut self.folder);
        self.hide(&folder.display().to_string(), "[SANDBOX]")
    }

    /// Give this to standard input.
    #[must_use]
    pub(crate) fn input(mut self, text: impl Into<Vec<u8>>) -> Self {
        self.input = Some(text.into());
        self
    }

    /// Run in a shell that says how: `"$0" "$@"` is the command line.
    #[must_use]
    pub(crate) fn through(mut self, shell: &'static str) -> Self {
        self.shell = Some(shell);
        self
    }

    /// Set an environment variable.
    #[must_use]
    pub(crate) fn variable(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Show `text` as `placeholder` wherever it comes up.
    #[must_use]
    pub(crate) fn hide(mut self, text: &str, placeholder: &'static str) -> Self {
        self.hidden.push((text.to_owned(), placeholder));
        self
    }

    /// Run it to its end.
    pub(crate) fn run(self) -> Ran {
        let binary = env!("CARGO_BIN_EXE_oneauth");
        let mut command = Command::new(self.shell.map_or(binary, |_| "sh"));
        if let Some(shell) = self.shell {
            command.args(["-c", shell, binary]);
        }
        command.args(&self.arguments).current_dir(&self.folder);
        command.env_clear().env("COLUMNS", "100").env("TZ", "UTC");
        if let Some(path) = std::env::var_os("PATH") {
            command.env("PATH", path);
        }
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        command.stdin(Stdio::piped());
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the binary was built");
        let mut stdin = child.stdin.take().expect("standard input is piped");
        let input = self.input.clone().unwrap_or_default();
        // a thread of its own: the binary may answer before it has read everything
        let writer = std::thread::spawn(move || stdin.write_all(&input).is_ok());
        let output = child.wait_with_output().expect("the binary ends");
        writer.join().expect("writing does not panic");
        Ran {
            shown: shown(&self.arguments),
            code: output.status.code(),
            stdout: self.placeholders(&output.stdout),
            stderr: self.placeholders(&output.stderr),
        }
        .with_hidden_arguments(&self.hidden)
    }

    fn placeholders(&self, bytes: &[u8]) -> String {
        let text = String::from_utf8_lossy(bytes).into_owned();
        replace(text, &self.hidden)
    }
}

impl Ran {
    /// The whole run in one readable text.
    pub(crate) fn snapshot(&self) -> String {
        let code = self
            .code
            .map_or_else(|| "signal".to_owned(), |c| c.to_string());
        format!(
            "$ oneauth{}\nexit: {code}\n--- stdout ---\n{}--- stderr ---\n{}",
            self.shown,
            whole_lines(&self.stdout),
            whole_lines(&self.stderr)
        )
    }

    /// The exit code; fails with the whole run in the message when a signal ended it.
    pub(crate) fn exit(&self) -> i32 {
        self.code
            .unwrap_or_else(|| panic!("ended by a signal: {}", self.snapshot()))
    }

    /// Fails with the whole run in the message unless the exit code is this one.
    #[track_caller]
    pub(crate) fn expect_exit(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{}", self.snapshot());
        self
    }

    fn with_hidden_arguments(mut self, hidden: &[(String, &'static str)]) -> Self {
        self.shown = replace(self.shown, hidden);
        self
    }
}

fn replace(mut text: String, hidden: &[(String, &'static str)]) -> String {
    for (secret, placeholder) in hidden {
        text = text.replace(secret, placeholder);
    }
    text
}

/// `text` with a mark where its last line end is missing, so that a snapshot shows it.
fn whole_lines(text: &str) -> String {
    if text.is_empty() || text.ends_with('\n') {
        text.to_owned()
    } else {
        format!("{text}[no line end]\n")
    }
}

/// The arguments as a shell takes them, a space before each.
fn shown(arguments: &[String]) -> String {
    let mut out = String::new();
    for argument in arguments {
        out.push(' ');
        out.push_str(&shell(argument));
    }
    out
}

fn shell(argument: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./=:,@+[]".contains(c);
    if !argument.is_empty() && argument.chars().all(plain) {
        argument.to_owned()
    } else {
        format!("'{}'", argument.replace('\'', r"'\''"))
    }
}
