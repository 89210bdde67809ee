//! The bundle: every plan with what was read from it, as the build packs it into the page.

use serde::{Deserialize, Serialize};

use super::{City, Gap, Indicator, Outline, PlanEntry, Statement, Text};

/// First byte of the packed form. Raise it with any change of these types.
const VERSION: u8 = 1;

/// All that the page shows. Plans stand in the catalogue's order.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Bundle {
    pub cities: Vec<City>,
    /// The vocabulary in its own order, then provisional indicators.
    pub indicators: Vec<Indicator>,
    pub plans: Vec<Plan>,
}

/// One plan: its entry, its words, and what was read from them.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Plan {
    pub entry: PlanEntry,
    pub text: Text,
    pub outline: Outline,
    /// In document order.
    pub statements: Vec<Statement>,
    /// In document order.
    pub gaps: Vec<Gap>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BundleError {
    Version { found: Option<u8> },
    Content,
}

impl std::fmt::Display for BundleError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Version { found: Some(found) } => {
                write!(f, "expected bundle version {VERSION}, found {found}")
            }
            Self::Version { found: None } => f.write_str("the bundle is empty"),
            Self::Content => f.write_str("the bundle's content does not decode"),
        }
    }
}

impl std::error::Error for BundleError {}

impl Bundle {
    /// Packs into bytes: the version, then postcard.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = vec![VERSION];
        bytes.extend(postcard::to_allocvec(self).expect("plain data always encodes"));
        bytes
    }

    /// Reads what [`Bundle::to_bytes`] wrote.
    ///
    /// # Errors
    /// Another version, or bytes that are no bundle.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, BundleError> {
        match bytes.split_first() {
            Some((&VERSION, content)) => {
                postcard::from_bytes(content).map_err(|_| BundleError::Content)
            }
            other => Err(BundleError::Version {
                found: other.map(|(&found, _)| found),
            }),
        }
    }
}
