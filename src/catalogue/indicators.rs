//! `indicators.toml`: the vocabulary, checked so that a name and a unit lead to one indicator.

use std::collections::HashMap;

use serde::Deserialize;
use toml::Spanned;

use super::source::Source;
use super::{CatalogueError, Fault};
use crate::parse::{Entry, plain_name, unit_key};
use crate::plan::{Direction, Indicator, Theme};

/// Reads the vocabulary in its own order.
///
/// # Errors
/// The first fault found, with its line: bad TOML or an unknown field, theme or direction; an id
/// that is not kebab-case or stands twice; a blank name; an unknown unit; a name of two indicators
/// with the same unit.
pub fn read(source: &Source) -> Result<Vec<Entry>, CatalogueError> {
    let table: Table = source.toml()?;
    let mut names = Names::default();
    for (index, row) in table.indicator.iter().enumerate() {
        source.new_id(&row.id, table.indicator[..index].iter().map(|row| &row.id))?;
        if unit_key(row.unit()).is_none() {
            let unit = row.unit().to_owned();
            return Err(source.error(&row.unit, Fault::UnknownUnit { unit }));
        }
        for name in row.names() {
            names.add(source, row, name)?;
        }
    }
    let rows = table.indicator.into_iter();
    rows.map(|row| row.into_entry(source)).collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    indicator: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: Spanned<String>,
    zh: Spanned<String>,
    en: Spanned<String>,
    unit: Spanned<String>,
    theme: Theme,
    direction: Direction,
    #[serde(default)]
    aliases: Vec<Spanned<String>>,
}

impl Row {
    fn unit(&self) -> &str {
        self.unit.get_ref()
    }

    fn names(&self) -> impl Iterator<Item = &Spanned<String>> {
        std::iter::once(&self.zh).chain(&self.aliases)
    }

    fn into_entry(self, source: &Source) -> Result<Entry, CatalogueError> {
        let aliases = self.aliases.into_iter();
        Ok(Entry {
            indicator: Indicator {
                id: self.id.into_inner(),
                zh: source.filled("zh", self.zh)?,
                en: source.filled("en", self.en)?,
                unit: self.unit.into_inner(),
                theme: self.theme,
                direction: self.direction,
                provisional: false,
            },
            aliases: aliases
                .map(|alias| source.filled("aliases", alias))
                .collect::<Result<_, _>>()?,
        })
    }
}

/// The names so far, each with its unit, the id it leads to and its line.
#[derive(Default)]
struct Names {
    taken: HashMap<(String, String), (String, usize)>,
}

impl Names {
    fn add(
        &mut self,
        source: &Source,
        row: &Row,
        name: &Spanned<String>,
    ) -> Result<(), CatalogueError> {
        let unit = unit_key(row.unit()).unwrap_or_default();
        let key = (plain_name(name.get_ref()), unit.to_owned());
        let value = (row.id.get_ref().clone(), source.line_of(name));
        let Some((other, first)) = self.taken.insert(key, value) else {
            return Ok(());
        };
        let fault = Fault::Clash {
            name: name.get_ref().clone(),
            other,
            first,
        };
        Err(source.error(name, fault))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GDP: &str = "[[indicator]]\nid = \"gdp\"\nzh = \"地区生产总值\"\nen = \"GDP\"\n\
        unit = \"元\"\ntheme = \"economy\"\ndirection = \"higher\"\naliases = [\"经济总量\"]\n";

    /// Reads `GDP` with one piece changed, then `more`, and compares the message.
    fn check(from: &str, to: &str, more: &str, message: &str) {
        assert!(GDP.contains(from));
        let source = Source {
            file: "indicators.toml".into(),
            text: GDP.replace(from, to) + more,
        };
        let error = read(&source).unwrap_err();
        assert_eq!(error.to_string(), format!("indicators.toml:{message}"));
    }

    fn row(id: &str, zh: &str, unit: &str, aliases: &str) -> String {
        format!(
            "[[indicator]]\nid = \"{id}\"\nzh = \"{zh}\"\nen = \"X\"\nunit = \"{unit}\"\n\
             theme = \"economy\"\ndirection = \"higher\"\naliases = [{aliases}]\n"
        )
    }

    #[test]
    fn a_row_becomes_an_entry() {
        let source = Source {
            file: String::new(),
            text: GDP.into(),
        };
        let entries = read(&source).unwrap();
        assert_eq!(entries.len(), 1);
        assert_eq!(entries[0].indicator.zh, "地区生产总值");
        assert_eq!(entries[0].indicator.theme, Theme::Economy);
        assert_eq!(entries[0].aliases, ["经济总量"]);
        assert!(!entries[0].indicator.provisional);
    }

    #[test]
    fn an_unknown_field_is_refused() {
        let message = "4: unknown field `eng`, expected one of `id`, `zh`, `en`, `unit`, `theme`, \
            `direction`, `aliases`";
        check("en =", "eng =", "", message);
    }

    #[test]
    fn an_unknown_theme_is_refused() {
        let message = "6: unknown variant `money`, expected one of `economy`, `industry`, \
            `innovation`, `digital`, `trade`, `transport`, `urban`, `rural`, `environment`, \
            `welfare`, `culture`, `governance`, `other`";
        check("economy", "money", "", message);
    }

    #[test]
    fn an_unknown_direction_is_refused() {
        let message = "7: unknown variant `up`, expected one of `higher`, `lower`, `neither`";
        check("\"higher\"", "\"up\"", "", message);
    }

    #[test]
    fn a_duplicate_id_is_refused() {
        let again = row("gdp", "生产总值", "元", "");
        check("", "", &again, "10: duplicate id `gdp` (first at line 2)");
    }

    #[test]
    fn an_id_must_be_in_kebab_case() {
        for id in ["GDP", "g_dp", "gdp-", "a--b", "", "总值"] {
            let message = format!("2: expected an id like `life-expectancy`, found `{id}`");
            check("\"gdp\"", &format!("\"{id}\""), "", &message);
        }
    }

    #[test]
    fn a_blank_name_is_refused() {
        let blank = |field: &str| format!(": expected words in `{field}`, found none");
        check("地区生产总值", "", "", &format!("3{}", blank("zh")));
        check("\"GDP\"", "\" \"", "", &format!("4{}", blank("en")));
        check("经济总量", " ", "", &format!("8{}", blank("aliases")));
    }

    #[test]
    fn an_unknown_unit_is_refused() {
        check("\"元\"", "\"亿元\"", "", "5: unknown unit `亿元`");
    }

    #[test]
    fn an_alias_of_two_indicators_is_refused() {
        let other = row("size", "规模", "元", "\"体量\", \"经济总量\"");
        check(
            "",
            "",
            &other,
            "16: `经济总量` already names `gdp` (line 8)",
        );
    }

    #[test]
    fn an_alias_that_is_anothers_standard_term_is_refused() {
        let other = row("size", "规模", "元", "\"地区生产总值\"");
        check(
            "",
            "",
            &other,
            "16: `地区生产总值` already names `gdp` (line 3)",
        );
    }

    #[test]
    fn an_alias_given_twice_is_refused() {
        let message = "8: `经济总量` already names `gdp` (line 8)";
        check(
            "[\"经济总量\"]",
            "[\"经济总量\", \"经济总量\"]",
            "",
            message,
        );
    }

    #[test]
    fn names_clash_whatever_their_quotes_width_and_case() {
        let other = row("size", "“经济 总量”", "元", "");
        check(
            "",
            "",
            &other,
            "11: `“经济 总量”` already names `gdp` (line 8)",
        );
        let other = row("size", "规模（ｇＤＰ）", "元", "");
        let message = "11: `规模（ｇＤＰ）` already names `gdp` (line 8)";
        check("经济总量", "规模(GDP)", &other, message);
    }

    #[test]
    fn things_counted_share_a_unit() {
        let labs = row("labs", "实验室", "家", "") + &row("lab-rooms", "实验室", "个", "");
        check("", "", &labs, "19: `实验室` already names `labs` (line 11)");
    }

    #[test]
    fn the_unit_tells_two_indicators_of_one_name_apart() {
        let source = Source {
            file: String::new(),
            text: GDP.to_owned()
                + &row("gdp-usd", "地区生产总值(美元)", "美元", "\"地区生产总值\""),
        };
        assert_eq!(read(&source).unwrap().len(), 2);
    }
}
