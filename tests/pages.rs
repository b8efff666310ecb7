//! What the pages show before the program is there, and where it cannot run: the start, and a page for each shipped
//! qualification. Everything that they say comes from the catalogue and from `src/wording`.

use std::collections::BTreeSet;
use std::sync::Arc;

use qualification_planner::catalogue::{self, Catalogue};
use qualification_planner::editor::Columns;
use qualification_planner::pages::{StaticPage, pages, to_json};
use qualification_planner::qualification::Qualification;
use qualification_planner::wording::{self, label, window};

/// Each qualification with its page.
fn each(test: impl Fn(&Arc<Qualification>, &StaticPage)) {
    let catalogue = Catalogue::shipped();
    let pages = pages(&catalogue);
    let all = catalogue.by_suite();
    assert_eq!(pages.len(), all.len() + 1);
    for (of, page) in all.iter().zip(&pages[1..]) {
        test(of, page);
    }
}

/// What stands in quotes behind each `before` of a page.
fn quoted<'a>(page: &'a str, before: &str) -> Vec<&'a str> {
    let all = page.split(before).skip(1);
    all.map(|rest| rest.split('"').next().unwrap()).collect()
}

/// What is read of a page: its text without tags, in one line.
fn text_of(page: &str) -> String {
    let mut text = String::new();
    for piece in page.split('<') {
        text.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
    }
    let text = text.replace("&quot;", "\"").replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same of a text that stands there.
fn in_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_page_says_each_unit_with_its_level_and_figures() {
    each(|of, page| {
        let columns = Columns::new(of);
        for unit in &of.units {
            let view = columns.unit(of, unit);
            let figures = view.figures.iter().flatten();
            let figures = figures.map(|one| format!("{} {}", one.number, one.noun));
            let words = [view.title, view.short_code, view.level].into_iter();
            let words: Vec<String> = words.chain(figures).filter(|one| !one.is_empty()).collect();
            let said = in_line(&words.join(" "));
            // The title is the label of the box, and ends where what stands below it begins.
            let page = in_line(&text_of(&page.body.replace("</label>", "</label> ")));
            assert!(page.contains(&said), "{said}");
        }
    });
}

#[test]
fn a_page_has_a_box_for_each_unit_in_each_of_its_groups_which_cannot_be_ticked_yet() {
    each(|of, page| {
        let listed: usize = of.groups.iter().map(|one| one.listed_units().count()).sum();
        let boxes: Vec<&str> = page.body.split("<input").skip(1).collect();
        assert_eq!(boxes.len(), listed);
        let codes: BTreeSet<&str> = quoted(&page.body, "data-qp-unit=\"").into_iter().collect();
        let wanted: BTreeSet<&str> = of.units.iter().map(|unit| unit.code.as_str()).collect();
        assert_eq!(codes, wanted);
        for one in boxes {
            let tag = one.split('>').next().unwrap();
            assert!(
                tag.ends_with(" disabled") && tag.contains("autocomplete=\"off\""),
                "{tag}"
            );
        }
    });
}

#[test]
fn a_page_says_what_is_asked_of_a_group_and_not_as_if_other_rules_asked_for_it() {
    each(|of, page| {
        let text = text_of(&page.body);
        match of.id.as_str() {
            "8607-certificate" => {
                assert!(!text.contains("The other rules need"), "{text}");
                assert!(text.contains("Group 1 at least 7 credits"), "{text}");
            }
            "8607-diploma" => {
                assert!(text.contains("The other rules need at least 19 credits from here."));
            }
            _ => {}
        }
    });
}

#[test]
fn a_page_says_every_rule_the_hours_and_the_facts_with_their_source() {
    each(|of, page| {
        let text = text_of(&page.body);
        let mut said: Vec<String> = of
            .rules
            .iter()
            .map(|rule| wording::rule(of, rule))
            .collect();
        for (term, value) in wording::published_hours(of)
            .into_iter()
            .chain(wording::facts(of))
        {
            said.push(format!("{term} {value}"));
        }
        said.extend([
            of.title.clone(),
            of.accreditation_number.clone(),
            wording::rules_in_one_line(of),
            wording::source(&of.source),
        ]);
        for one in said {
            assert!(text.contains(&in_line(&one)), "{one}");
        }
        for group in &of.groups {
            assert!(page.body.contains(&format!("<h2>{}</h2>", group.title)));
        }
    });
}

#[test]
fn every_page_has_a_title_and_a_description_of_its_own() {
    let pages = pages(&Catalogue::shipped());
    let heads: BTreeSet<&str> = pages.iter().map(|page| page.head.as_str()).collect();
    assert_eq!(heads.len(), pages.len());
    let start = &pages[0].head;
    assert!(start.contains(&format!("<title>{}</title>", label::PLANNER)));
    assert!(start.contains(window::DESCRIPTION));
    each(|of, page| {
        let title = format!("<title>{}</title>", window::title(&of.title));
        assert!(
            page.head.contains(&title),
            "the title that it has with the program"
        );
        let [description] = quoted(&page.head, "content=\"")[..] else {
            panic!("one description");
        };
        let facts = [
            &of.title,
            &of.accreditation_number,
            &wording::rules_in_one_line(of),
        ];
        assert!(
            facts.iter().all(|fact| description.contains(*fact)),
            "{description}"
        );
        assert!(
            description.chars().count() < 320,
            "search engines cut it short"
        );
    });
}

#[test]
fn pages_lead_to_each_other_by_name_and_stand_at_any_address() {
    let pages = pages(&Catalogue::shipped());
    let files: BTreeSet<&str> = pages.iter().map(|page| page.file.as_str()).collect();
    for page in &pages {
        let ways: BTreeSet<&str> = quoted(&page.body, "href=\"").into_iter().collect();
        for way in &ways {
            // Neither from the root of a server nor with its name, and nothing that nobody has made.
            assert!(
                ["./", "#/"].contains(way) || files.contains(way),
                "{}: {way}",
                page.file
            );
        }
        for other in files
            .iter()
            .filter(|file| **file != page.file && **file != "index.html")
        {
            assert!(
                ways.contains(other),
                "{} does not lead to {other}",
                page.file
            );
        }
        assert!(
            page.file == "index.html" || ways.contains("./"),
            "{}",
            page.file
        );
        assert!(!page.body.contains("<details open"));
        let folded: String = page
            .body
            .split("<details")
            .skip(1)
            .filter_map(|rest| rest.split("</details>").next())
            .collect();
        assert!(!folded.contains("<a "), "a link that nobody sees");
    }
    each(|of, page| {
        assert_eq!(page.file, format!("{}.html", of.id));
        let named = format!("page=\"./\" qualification=\"{}\">", of.id);
        assert!(
            page.body
                .starts_with(&format!("<qualification-planner {named}"))
        );
        let way = format!(">{}</a>", of.title);
        let others = pages.iter().skip(1).filter(|other| other.file != page.file);
        for other in others {
            assert!(other.body.contains(&way), "{}", other.file);
        }
    });
}

#[test]
fn what_a_catalogue_says_stays_text() {
    let file = include_str!("catalogues/small.json");
    let hostile = file.replacen("\"title\": \"", "\"title\": \"<b>&amp;", 20);
    let file = catalogue::read(&hostile).file.unwrap();
    let catalogue: Catalogue = [file].into_iter().collect();
    for page in pages(&catalogue) {
        assert!(!page.body.contains("<b>") && !page.head.contains("<b>"));
    }
    assert!(to_json(&pages(&catalogue)).contains("&lt;b&gt;&amp;amp;"));
}

#[test]
fn the_page_is_in_the_language_of_the_planner_and_has_a_place_for_each_thing() {
    let page = include_str!("../index.html");
    let element = include_str!("../src/wording/element.json");
    let language = quoted(element, "\"language\": \"")[0];
    for line in [
        format!(r#"<html lang="{language}">"#),
        "<!-- build:page -->".to_owned(),
        "<!-- build:head -->".to_owned(),
        "<!-- build:planner -->".to_owned(),
    ] {
        assert!(page.contains(&line), "{line}");
    }
}
