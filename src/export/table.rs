//! The one model of a table, from which CSV, JSON and Frictionless schemas follow.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::plan::EXACT;

/// Columns and rows; every row has a cell for each column.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
}

/// A column: its name in files, its title in both languages, and what its cells hold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// `value_high`
    pub name: &'static str,
    pub zh: &'static str,
    pub en: &'static str,
    pub holds: Holds,
    /// No cell of it is empty.
    pub required: bool,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Holds {
    Text,
    Integer,
    Number,
    Flag,
    /// One of these words.
    OneOf(&'static [&'static str]),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    Integer(u32),
    Number(f64),
    Flag(bool),
}

impl Cell {
    /// Empty text is no cell at all.
    pub fn text(text: &str) -> Self {
        match text {
            "" => Self::Empty,
            text => Self::Text(text.into()),
        }
    }

    pub fn integer(number: Option<impl Into<u32>>) -> Self {
        number.map_or(Self::Empty, |number| Self::Integer(number.into()))
    }

    pub fn number(number: Option<f64>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }
}

impl Column {
    pub const fn new(name: &'static str, zh: &'static str, en: &'static str, holds: Holds) -> Self {
        Self {
            name,
            zh,
            en,
            holds,
            required: false,
        }
    }

    pub const fn required(self) -> Self {
        Self {
            required: true,
            ..self
        }
    }
}

impl Table {
    /// UTF-8 with a header of column names; an absent value is an empty field.
    pub fn csv(&self) -> String {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let names = self.columns.iter().map(|column| column.name);
        writer.write_record(names).expect("rows go to memory");
        for row in &self.rows {
            let fields = row.iter().map(Cell::plain);
            writer.write_record(fields).expect("rows go to memory");
        }
        let bytes = writer.into_inner().expect("rows go to memory");
        String::from_utf8(bytes).expect("made of UTF-8")
    }

    /// Rows as maps from column names to values.
    pub fn objects(&self) -> Vec<Object<'_>> {
        let columns = &self.columns;
        let rows = self.rows.iter();
        rows.map(|row| Object { columns, row }).collect()
    }

    /// The Frictionless fields.
    pub fn fields(&self) -> Vec<Field> {
        self.columns.iter().map(Field::of).collect()
    }
}

impl Cell {
    /// Whole numbers without a decimal point: `1000000000000`.
    fn plain(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Integer(number) => number.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Flag(flag) => flag.to_string(),
        }
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Empty => serializer.serialize_unit(),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Integer(number) => serializer.serialize_u32(*number),
            Self::Number(number) if number.fract() == 0.0 && number.abs() < EXACT => {
                serializer.serialize_i64(*number as i64)
            }
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
        }
    }
}

/// A row as a JSON object.
#[derive(Debug)]
pub struct Object<'a> {
    columns: &'a [Column],
    row: &'a [Cell],
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.row.len()))?;
        for (column, cell) in self.columns.iter().zip(self.row) {
            map.serialize_entry(column.name, cell)?;
        }
        map.end()
    }
}

/// A field of a Frictionless table schema.
#[derive(Debug, Serialize)]
pub struct Field {
    name: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'static str,
    description: &'static str,
    #[serde(skip_serializing_if = "Constraints::is_empty")]
    constraints: Constraints,
}

#[derive(Debug, Serialize)]
struct Constraints {
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    required: bool,
    #[serde(rename = "enum", skip_serializing_if = "Option::is_none")]
    one_of: Option<&'static [&'static str]>,
}

impl Constraints {
    fn is_empty(&self) -> bool {
        !self.required && self.one_of.is_none()
    }
}

impl Field {
    fn of(column: &Column) -> Self {
        let (kind, one_of) = match column.holds {
            Holds::Text => ("string", None),
            Holds::Integer => ("integer", None),
            Holds::Number => ("number", None),
            Holds::Flag => ("boolean", None),
            Holds::OneOf(words) => ("string", Some(words)),
        };
        Self {
            name: column.name,
            kind,
            title: column.zh,
            description: column.en,
            constraints: Constraints {
                required: column.required,
                one_of,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_table_makes_csv_and_json() {
        let table = Table {
            columns: vec![
                Column::new("quote", "原文", "Words", Holds::Text).required(),
                Column::new("value", "数值", "Value", Holds::Number),
                Column::new("year", "年份", "Year", Holds::Integer),
            ],
            rows: vec![
                vec![
                    Cell::text("突破\"万亿\",\n再翻番"),
                    Cell::Number(1e12),
                    Cell::Empty,
                ],
                vec![Cell::text("占3.5%"), Cell::Number(3.5), Cell::Integer(2025)],
            ],
        };
        assert_eq!(
            table.csv(),
            "quote,value,year\n\"突破\"\"万亿\"\",\n再翻番\",1000000000000,\n占3.5%,3.5,2025\n"
        );
        assert_eq!(
            serde_json::to_string(&table.objects()).unwrap(),
            r#"[{"quote":"突破\"万亿\",\n再翻番","value":1000000000000,"year":null},{"quote":"占3.5%","value":3.5,"year":2025}]"#
        );
        assert_eq!(
            serde_json::to_string(&table.fields()[0]).unwrap(),
            r#"{"name":"quote","type":"string","title":"原文","description":"Words","constraints":{"required":true}}"#
        );
    }
}
