//! A seed file in memory, with what its readers share: line numbers and checks of a single field.

use std::fs;
use std::path::Path;

use serde::de::DeserializeOwned;
use toml::Spanned;

use super::{CatalogueError, Fault};

/// A seed file's name and text.
#[derive(Debug)]
pub struct Source {
    /// The path as errors show it.
    pub file: String,
    pub text: String,
}

impl Source {
    /// Reads `folder/name`.
    ///
    /// # Errors
    /// The file cannot be read, or is not UTF-8 (with the line of the first byte that is not).
    pub fn open(folder: &Path, name: &str) -> Result<Self, CatalogueError> {
        let path = folder.join(name);
        let file = path.display().to_string();
        let fault = |line, fault| CatalogueError {
            file: file.clone(),
            line,
            fault,
        };
        let bytes =
            fs::read(&path).map_err(|error| fault(None, Fault::Unreadable(error.to_string())))?;
        let text = String::from_utf8(bytes).map_err(|error| {
            let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            fault(Some(line_after(good)), Fault::NotUtf8)
        })?;
        Ok(Self { file, text })
    }

    /// Reads the text as TOML.
    ///
    /// # Errors
    /// What the TOML reader finds, as one line.
    pub fn toml<T: DeserializeOwned>(&self) -> Result<T, CatalogueError> {
        toml::from_str(&self.text).map_err(|error| CatalogueError {
            file: self.file.clone(),
            line: error.span().map(|span| self.line(span.start)),
            fault: Fault::Toml(error.message().replace('\n', ", ")),
        })
    }

    /// The line that holds byte `at`, counted from 1.
    pub fn line(&self, at: usize) -> usize {
        line_after(&self.text.as_bytes()[..at])
    }

    pub fn line_of<T>(&self, value: &Spanned<T>) -> usize {
        self.line(value.span().start)
    }

    /// An error at the line where `value` stands.
    pub fn error<T>(&self, value: &Spanned<T>, fault: Fault) -> CatalogueError {
        CatalogueError {
            file: self.file.clone(),
            line: Some(self.line_of(value)),
            fault,
        }
    }

    /// Accepts `value` if it holds more than blanks.
    pub fn filled(
        &self,
        field: &'static str,
        value: Spanned<String>,
    ) -> Result<String, CatalogueError> {
        if value.get_ref().trim().is_empty() {
            return Err(self.error(&value, Fault::Empty { field }));
        }
        Ok(value.into_inner())
    }

    /// Accepts ids that are in kebab case and differ from all of `earlier`.
    pub fn new_id<'a>(
        &self,
        id: &Spanned<String>,
        earlier: impl IntoIterator<Item = &'a Spanned<String>>,
    ) -> Result<(), CatalogueError> {
        let word = id.get_ref();
        if !is_kebab_case(word) {
            return Err(self.error(id, Fault::NotKebabCase { id: word.clone() }));
        }
        if let Some(other) = earlier.into_iter().find(|other| other.get_ref() == word) {
            let fault = Fault::Duplicate {
                id: word.clone(),
                first: self.line_of(other),
            };
            return Err(self.error(id, fault));
        }
        Ok(())
    }
}

fn line_after(bytes: &[u8]) -> usize {
    1 + bytes.iter().filter(|&&byte| byte == b'\n').count()
}

/// `gdp-per-head`, `5g-base-stations`: words of a-z and 0-9 between single hyphens.
fn is_kebab_case(id: &str) -> bool {
    id.split('-').all(|word| {
        !word.is_empty()
            && word
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    })
}
