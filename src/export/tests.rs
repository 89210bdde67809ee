//! Files of samples and of the seeds, as their readers get them.

use super::*;

fn request(address: &str, part: Part, format: Format) -> Request {
    Request {
        address: address.into(),
        part,
        format,
        date: "2026-03-01".into(),
        site: "https://example.org/lantu/".into(),
        dark: false,
    }
}

/// The text of a file made of the seeds.
fn text(address: &str, part: Part, format: Format) -> String {
    let file = export(&crate::bundle(), &request(address, part, format)).expect(address);
    String::from_utf8(file.bytes).expect("UTF-8")
}

fn rows(address: &str, part: Part) -> Vec<Vec<String>> {
    let text = text(address, part, Format::Csv);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows = reader
        .records()
        .map(|row| row.expect("a row of as many cells"));
    rows.map(|row| row.iter().map(String::from).collect())
        .collect()
}

const CHART: &str = "#/indicator/urbanisation-rate";

#[test]
fn columns_are_named_as_extract_names_them() {
    let text = text(CHART, Part::Chart, Format::Csv);
    let header = text.lines().next().expect("a header");
    assert!(
        header.starts_with(
            "plan,start,end,quote,indicator,indicator_id,role,kind,bound,value,unit,year,\
             period_start,period_end,area,value_high,"
        ),
        "{header}"
    );
}

#[test]
fn a_row_has_its_words_and_their_link() {
    let rows = rows(CHART, Part::Chart);
    let promised = rows.iter().find(|row| row[9] == "75").expect("75%");
    assert_eq!(promised[0], "wenzhou-14fyp");
    assert!(promised[3].contains("75%"), "{}", promised[3]);
    let link = format!(
        "https://example.org/lantu/#/plan/wenzhou-14fyp?at={}",
        promised[1]
    );
    assert_eq!(promised.last(), Some(&link));
}

#[test]
fn a_chart_leaves_out_the_cities_switched_off() {
    let cities = |address: &str, part| -> Vec<String> {
        let mut cities: Vec<String> = rows(address, part)
            .iter()
            .map(|row| row[18].clone())
            .collect();
        cities.sort();
        cities.dedup();
        cities
    };
    let off = format!("{CHART}?off=jiaxing");
    assert!(cities(CHART, Part::Chart).contains(&"jiaxing".to_string()));
    assert!(!cities(&off, Part::Chart).contains(&"jiaxing".to_string()));
    assert!(cities(&off, Part::Table).contains(&"jiaxing".to_string()));
}

#[test]
fn the_list_is_filtered_as_its_address_says() {
    let rows = rows(
        "#/indicators?city=jiaxing&year=2025&role=target",
        Part::Table,
    );
    assert!(rows.len() > 3);
    for row in rows {
        assert_eq!(
            (&*row[18], &*row[11], &*row[6]),
            ("jiaxing", "2025", "target")
        );
    }
}

#[test]
fn a_comparison_says_what_is_alike() {
    let rows = rows("#/compare?cities=wenzhou,jiaxing", Part::Table);
    assert!(rows.iter().all(|row| row[18] != "ningbo"));
    let of = |indicator: &str| -> Vec<&str> {
        let rows = rows.iter().filter(|row| row[5] == indicator);
        rows.map(|row| row.last().expect("a cell").as_str())
            .collect()
    };
    assert!(of("life-expectancy").iter().all(|word| *word == "alike"));
    assert!(!of("life-expectancy").is_empty());
    let overview = self::rows("#/", Part::Table);
    assert!(
        overview
            .iter()
            .all(|row| row.last().expect("a cell") == "alike")
    );
}

#[test]
fn every_page_with_a_table_has_its_file() {
    for (address, part, name) in [
        ("#/city/wenzhou", Part::Table, "lantu-wenzhou.csv"),
        (
            "#/plan/jiaxing-integration",
            Part::Table,
            "lantu-jiaxing-integration.csv",
        ),
        (
            "#/plan/wenzhou-integration",
            Part::Gaps,
            "lantu-wenzhou-integration-gaps.csv",
        ),
        (
            "#/indicator/gross-domestic-product",
            Part::Aside,
            "lantu-gross-domestic-product-aside.csv",
        ),
        (
            "#/indicator/gross-domestic-product",
            Part::Outcomes,
            "lantu-gross-domestic-product-outcomes.csv",
        ),
        (
            "#/indicator/gross-domestic-product",
            Part::Targets,
            "lantu-gross-domestic-product-targets.csv",
        ),
        (
            "#/scorecard?score=missed",
            Part::Table,
            "lantu-scorecard.csv",
        ),
        (
            "#/embed/indicator/urbanisation-rate",
            Part::Chart,
            "lantu-urbanisation-rate.csv",
        ),
    ] {
        let file = export(&crate::bundle(), &request(address, part, Format::Csv)).expect(address);
        assert_eq!(file.name, name);
    }
}

#[test]
fn what_is_not_there_is_refused() {
    for (address, part, format, reason) in [
        (
            "#/indicator/no-such-thing",
            Part::Chart,
            Format::Csv,
            ExportError::Page,
        ),
        ("#/nonsense", Part::Table, Format::Csv, ExportError::Page),
        ("#/about", Part::Table, Format::Csv, ExportError::Part),
        (
            "#/indicators?q=no%20such%20words",
            Part::Table,
            Format::Csv,
            ExportError::Part,
        ),
        (
            "#/city/wenzhou",
            Part::Table,
            Format::Svg,
            ExportError::Part,
        ),
        (
            "#/indicator/urbanisation-rate?off=wenzhou,jiaxing,ningbo",
            Part::Chart,
            Format::Svg,
            ExportError::Part,
        ),
    ] {
        let found = export(&crate::bundle(), &request(address, part, format));
        assert_eq!(found, Err(reason), "{address}");
    }
}

#[test]
fn gaps_stand_in_their_sentence() {
    for row in rows("#/plan/wenzhou-integration", Part::Gaps) {
        assert!(row[3].contains(&row[4]), "{row:?}");
        assert!(!row[3].contains('。'), "{row:?}");
    }
}

#[test]
fn json_is_a_resource_with_its_rows() {
    let text = text(CHART, Part::Chart, Format::Json);
    let json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(json["title"], "常住人口城镇化率");
    assert_eq!(
        json["homepage"],
        "https://example.org/lantu/#/indicator/urbanisation-rate"
    );
    let rows = json["data"].as_array().expect("rows");
    assert!(
        rows.iter()
            .any(|row| row["value"] == 75 && row["year"] == 2025)
    );
    let fields = json["schema"]["fields"].as_array().expect("fields");
    assert_eq!(fields.len(), rows[0].as_object().expect("a row").len());
}

/// A plan with an issuer, a number and a date, and one without any of them.
fn sample() -> Bundle {
    use crate::insight::sample::{Said, bundle};
    use crate::plan::{DateBasis, Issued, Outline, Paragraph, Span};
    let mut bundle = bundle(&[
        Said::level("温州", "城镇化率", "%", 2025, 75.0),
        Said::level("嘉兴", "城镇化率", "%", 2025, 73.0),
    ]);
    for plan in &mut bundle.plans {
        let paragraph = |start, end| Paragraph {
            span: Span::new(start, end),
            heading: None,
        };
        plan.outline = Outline {
            paragraphs: vec![paragraph(0, 10), paragraph(10, 60)],
            ..Outline::default()
        };
    }
    bundle.plans[0].statements[0].evidence = Span::new(42, 45);
    let entry = &mut bundle.plans[0].entry;
    entry.title = "温州都市区建设行动方案".into();
    entry.issuer = "温州市人民政府、丽水市人民政府".into();
    entry.document_number = "温政发〔2019〕18号".into();
    entry.issued = Some(Issued {
        year: Some(2019),
        month: Some(12),
        day: Some(12),
        basis: DateBasis::Signed,
    });
    bundle.plans[1].entry.title = "嘉兴市行动计划".into();
    bundle
}

fn cited(format: Format, language: &str) -> String {
    let address = format!("#/indicator/城镇化率{language}");
    let file = export(&sample(), &request(&address, Part::Chart, format)).expect("a citation");
    String::from_utf8(file.bytes).expect("UTF-8")
}

#[test]
fn a_citation_after_gb_t_7714() {
    assert_eq!(
        cited(Format::Gbt7714, ""),
        "蓝图 Lantu. 城镇化率[EB/OL]. [2026-03-01]. \
         https://example.org/lantu/#/indicator/%E5%9F%8E%E9%95%87%E5%8C%96%E7%8E%87.\n\
         温州市人民政府, 丽水市人民政府. 温州都市区建设行动方案:温政发〔2019〕18号[EB/OL]. \
         2019:第2段(2019-12-12)[2026-03-01]. \
         https://example.org/lantu/#/plan/wenzhou-plan?at=42.\n\
         嘉兴市行动计划[EB/OL]. 第1段[2026-03-01]. \
         https://example.org/lantu/#/plan/jiaxing-plan?at=0.\n"
    );
}

#[test]
fn a_citation_for_bibtex() {
    assert_eq!(
        cited(Format::Bibtex, "?lang=en"),
        "@misc{lantu-城镇化率,
  author = {{Lantu}},
  title = {{城镇化率}},
  url = {https://example.org/lantu/#/indicator/%E5%9F%8E%E9%95%87%E5%8C%96%E7%8E%87?lang=en},
  urldate = {2026-03-01},
  note = {Accessed 2026-03-01},
}
@misc{wenzhou-plan,
  author = {{温州市人民政府} and {丽水市人民政府}},
  title = {{温州都市区建设行动方案}},
  number = {温政发〔2019〕18号},
  year = {2019},
  month = {12},
  day = {12},
  url = {https://example.org/lantu/#/plan/wenzhou-plan?at=42},
  urldate = {2026-03-01},
  note = {Paragraph 2. Accessed 2026-03-01},
  language = {chinese},
}
@misc{jiaxing-plan,
  title = {{嘉兴市行动计划}},
  url = {https://example.org/lantu/#/plan/jiaxing-plan?at=0},
  urldate = {2026-03-01},
  note = {Paragraph 1. Accessed 2026-03-01},
  language = {chinese},
}
"
    );
}

#[test]
fn a_long_table_cites_plans_without_their_paragraphs() {
    let text = text("#/city/wenzhou", Part::Table, Format::Gbt7714);
    let plan = text.lines().nth(1).expect("the plan");
    assert_eq!(
        plan,
        "温州市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要[EB/OL]. \
         (2021-03-01)[2026-03-01]. https://example.org/lantu/#/plan/wenzhou-14fyp."
    );
}

#[test]
fn a_picture_stands_alone() {
    let svg = text(&format!("{CHART}?lang=en"), Part::Chart, Format::Svg);
    assert!(svg.starts_with("<svg xmlns="));
    for words in [
        "<title>Urbanisation rate of permanent residents</title>",
        ">Sources: Wenzhou",
        "https://example.org/lantu/#/indicator/urbanisation-rate?lang=en",
        "○\u{a0}target",
        "fill=\"#ffffff\"",
    ] {
        assert!(svg.contains(words), "no {words} in {svg}");
    }
    assert_eq!(svg.matches("<svg ").count(), svg.matches("</svg>").count());
}

#[test]
fn a_transparent_picture_has_no_ground() {
    let of = |format| text(CHART, Part::Chart, format);
    let grounds = |svg: String| svg.matches("<rect ").count();
    assert_eq!(grounds(of(Format::Svg)), grounds(of(Format::ClearSvg)) + 2);
}

#[test]
fn the_package_is_the_same_in_a_zip_and_in_a_folder() {
    use std::io::Read;
    let bundle = crate::bundle();
    let zipped = export(&bundle, &request("#/about", Part::Table, Format::Package)).expect("a zip");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(zipped.bytes)).expect("a zip");
    let files = files(&bundle, "https://example.org/lantu/");
    assert_eq!(archive.len(), files.len());
    for (file, name) in files.iter().zip(FILES) {
        assert_eq!(file.name, name);
        let mut bytes = Vec::new();
        let mut packed = archive.by_name(name).expect(name);
        packed.read_to_end(&mut bytes).expect("a whole file");
        assert_eq!(bytes, file.bytes);
    }
}

#[test]
fn packed_requests_get_packed_answers() {
    let bundle = crate::bundle_bytes();
    let ask = |request: &Request| -> Result<File, String> {
        let ask = postcard::to_allocvec(&Ask::File(request.clone())).expect("plain data");
        postcard::from_bytes(&answer(bundle, &ask)).expect("a packed result")
    };
    let request = request(CHART, Part::Chart, Format::Svg);
    assert_eq!(
        ask(&request),
        Ok(export(&crate::bundle(), &request).expect("a picture"))
    );
    let nowhere = Request {
        address: "#/nonsense".into(),
        ..request
    };
    assert_eq!(ask(&nowhere), Err("the address leads to no page".into()));
    let garbage: Result<File, String> = postcard::from_bytes(&answer(b"?", b"")).expect("a result");
    assert!(garbage.is_err());
}

#[test]
fn the_second_wasm_writes_what_became_of_the_promises() {
    let ask = |address: &str, part: page::Part| -> String {
        let html = Ask::Html(Html {
            address: address.into(),
            part,
            year: 2026,
            dark: false,
            width: 800.0,
        });
        let ask = postcard::to_allocvec(&html).expect("plain data");
        let file: Result<File, String> =
            postcard::from_bytes(&answer(crate::bundle_bytes(), &ask)).expect("a packed result");
        String::from_utf8(file.expect("a part").bytes).expect("text")
    };
    let gdp = ask("#/indicator/gross-domestic-product", page::Part::Judgement);
    for words in [
        "达成",
        "10213.9亿元",
        "初步核算",
        "平均每年需增长7.8%",
        "<a href=\"http",
    ] {
        assert!(gdp.contains(words), "{words}: {gdp}");
    }
    let missed = ask("#/scorecard?score=missed", page::Part::Scorecard);
    assert!(missed.contains("647.03亿元"), "{missed}");
    let opened = ask(
        "#/compare?open=urbanisation-rate&lang=en",
        page::Part::Pairs,
    );
    assert_eq!(opened.matches("<svg").count(), 2, "slope and distance");
    assert!(opened.contains("<h2>Urbanisation rate"), "{opened}");
    assert!(ask("#/about", page::Part::Scorecard).is_empty());
    let unlike = "compare?open=gross-domestic-product";
    assert!(ask(&format!("#/{unlike}"), page::Part::Pairs).is_empty());
    let alone = ask(&format!("#/embed/{unlike}"), page::Part::Pairs);
    assert!(alone.contains("没有可比的目标"), "{alone}");
}

#[test]
fn the_scorecard_s_file_says_what_each_promise_came_to() {
    let decided = rows("#/scorecard?city=wenzhou&score=met", Part::Table);
    assert!(!decided.is_empty());
    for row in decided {
        let [score, reason, value, ..] = &row[row.len() - 6..] else {
            panic!("six columns of the outcome")
        };
        assert_eq!((score.as_str(), reason.as_str()), ("met", ""));
        assert!(value.parse::<f64>().is_ok(), "{value}");
    }
    let open = rows("#/scorecard?score=not-known", Part::Table);
    assert!(
        open.iter().all(|row| !row[row.len() - 5].is_empty()),
        "each says why"
    );
}

#[test]
fn a_comparison_is_a_picture_too() {
    for (part, title) in [
        (Part::Slope, "从起点到目标"),
        (Part::Distance, "离自己的起点多远"),
    ] {
        let address = "#/compare?open=urbanisation-rate";
        let bundle = crate::bundle();
        let file = export(&bundle, &request(address, part, Format::Svg)).expect("a picture");
        assert_eq!(
            file.name,
            format!("lantu-urbanisation-rate-{}.svg", part.as_str())
        );
        let text = String::from_utf8(file.bytes).expect("SVG is text");
        assert!(
            text.contains(&format!("<title>常住人口城镇化率 · {title}</title>")),
            "{text}"
        );
        assert!(text.contains("温州"));
        assert!(!rows(address, part).is_empty());
    }
    let closed = request("#/compare", Part::Slope, Format::Svg);
    assert_eq!(export(&crate::bundle(), &closed), Err(ExportError::Part));
}
