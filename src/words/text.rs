//! Interface words.
pub struct Text;
pub fn text() {}
