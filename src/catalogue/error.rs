//! What is wrong with the seeds, in one sentence that names file, line and reason.

use std::fmt;

/// A fault of the seeds and where it stands.
#[derive(Debug, PartialEq, Eq)]
pub struct CatalogueError {
    /// `seeds/plans.toml`, as the folder was given.
    pub file: String,
    /// Counts from 1; None where the fault is the whole file's.
    pub line: Option<usize>,
    pub fault: Fault,
}

/// The reasons for which seeds are refused.
#[derive(Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file system's words.
    Unreadable(String),
    /// Bytes that are no text.
    NotUtf8,
    /// The TOML reader's words: a syntax error, an unknown field, theme, direction or basis.
    Toml(String),
    /// The CSV reader's words: a line with too few or too many fields.
    Csv(String),
    /// A first line that does not name the columns in their order.
    Columns { expected: String },
    /// A field that must have content is blank.
    Empty { field: &'static str },
    /// An id that could not stand in a link.
    NotKebabCase { id: String },
    /// An id given twice.
    Duplicate { id: String, first: usize },
    /// A unit the parser never writes.
    UnknownUnit { unit: String },
    /// A name that would resolve to two indicators of the same unit.
    Clash {
        name: String,
        other: String,
        first: usize,
    },
    /// A plan of a city that is not in the catalogue.
    UnknownCity { city: String },
    /// A name that stands in no entry of the vocabulary.
    UnknownIndicator { name: String },
    /// A unit that the entries of that name do not have.
    OtherUnit {
        name: String,
        unit: String,
        expected: String,
    },
    /// A word that is not one of the few a field may hold.
    OtherWord {
        field: &'static str,
        word: String,
        expected: &'static str,
    },
    /// A value that is no plain number.
    NotANumber { text: String },
    /// An address that no browser opens.
    NotAnAddress { text: String },
    /// What one source says of one thing stands twice.
    SameRow { first: usize },
    /// A date that no calendar has.
    BadDate { reason: &'static str },
    /// A year that no plan is about.
    BadYear { year: u16 },
    /// Years that do not ascend.
    YearsOutOfOrder,
    /// An entry whose text file is not there.
    MissingText { text: String },
    /// A text file that no entry names.
    UnlistedText,
}

impl fmt::Display for CatalogueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}", self.fault)
    }
}

impl std::error::Error for CatalogueError {}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(reason) => write!(f, "cannot be read: {reason}"),
            Self::NotUtf8 => f.write_str("expected UTF-8 text, found other bytes"),
            Self::Toml(reason) => f.write_str(reason),
            Self::Csv(reason) => f.write_str(reason),
            Self::Columns { expected } => write!(f, "expected the columns {expected}"),
            Self::Empty { field } => write!(f, "expected words in `{field}`, found none"),
            Self::NotKebabCase { id } => {
                write!(f, "expected an id like `life-expectancy`, found `{id}`")
            }
            Self::Duplicate { id, first } => {
                write!(f, "duplicate id `{id}` (first at line {first})")
            }
            Self::UnknownUnit { unit } => write!(f, "unknown unit `{unit}`"),
            Self::Clash { name, other, first } => {
                write!(f, "`{name}` already names `{other}` (line {first})")
            }
            Self::UnknownCity { city } => write!(f, "unknown city `{city}`"),
            Self::UnknownIndicator { name } => write!(f, "no indicator is named `{name}`"),
            Self::OtherUnit {
                name,
                unit,
                expected,
            } => write!(f, "`{name}` is measured in `{expected}`, not in `{unit}`"),
            Self::OtherWord {
                field,
                word,
                expected,
            } => write!(f, "expected {expected} in `{field}`, found `{word}`"),
            Self::NotANumber { text } => write!(f, "expected a number like `97.5`, found `{text}`"),
            Self::NotAnAddress { text } => {
                write!(f, "expected an address like `https://…`, found `{text}`")
            }
            Self::SameRow { first } => write!(f, "says the same as line {first}"),
            Self::BadDate { reason } => write!(f, "bad date: {reason}"),
            Self::BadYear { year } => write!(f, "expected a year in 1990-2060, found {year}"),
            Self::YearsOutOfOrder => f.write_str("expected years in ascending order"),
            Self::MissingText { text } => write!(f, "the plan's text `{text}` is not there"),
            Self::UnlistedText => f.write_str("a text without an entry in plans.toml"),
        }
    }
}
