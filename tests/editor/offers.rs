//! The qualifications that a plan can be started for.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use qualification_planner::catalogue::{self, Catalogue};
use qualification_planner::editor::{OfferFilter, OfferView, OffersView};
use qualification_planner::qualification::{Level, Qualification, Size};
use qualification_planner::wording;

fn shipped() -> OffersView {
    OffersView::new(&Catalogue::shipped().by_suite())
}

fn file(path: &str, change: impl Fn(String) -> String) -> Vec<Arc<Qualification>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(path);
    let reading = catalogue::read(&change(fs::read_to_string(path).unwrap()));
    assert_eq!(reading.problems, []);
    reading.file.unwrap().qualifications
}

fn offers(view: &OffersView) -> Vec<&OfferView> {
    view.groups.iter().flat_map(|group| &group.offers).collect()
}

/// The number of a share: “12.50%”.
fn number(share: &str) -> f64 {
    share.strip_suffix('%').unwrap().parse().unwrap()
}

#[test]
fn qualifications_are_listed_by_level_the_highest_first_and_say_what_they_ask_for() {
    let lines: Vec<String> = shipped()
        .groups
        .iter()
        .flat_map(|group| {
            let line = |one: &OfferView| {
                let OfferView {
                    title,
                    facts,
                    amount,
                    noun,
                    ..
                } = one;
                format!("{}: {title}; {facts}; {amount} {noun}", group.heading)
            };
            group.offers.iter().map(line).collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(
        lines,
        [
            "Level 7: Award in Leadership and Management; 8617, 1 mandatory unit, about 100 hours of study; 10 credits",
            "Level 5: Award in Leadership and Management; 8607, 30 units, about 60 hours of study; 6 to 12 credits",
            "Level 5: Certificate in Leadership and Management; 8607, 59 units, about 130 hours of study; 13 to 36 credits",
            "Level 5: Diploma in Leadership and Management; 8607, 62 units, about 370 hours of study; 37 or more credits",
            "Level 5: Award in Leadership and Management Skills; 8609, 2 mandatory units, about 100 hours of study; 10 credits",
            "Level 4: Award in Leadership; 8604, 2 mandatory units, about 60 hours of study; 6 credits",
            "Level 3: Certificate in Leadership; 8603, 3 mandatory units, about 140 hours of study; 14 credits",
        ]
    );
}

#[test]
fn a_title_is_whole_with_what_the_heading_says_already() {
    for offer in offers(&shipped()) {
        assert_eq!(
            format!("{}{}", offer.said_above, offer.title),
            offer.of.title
        );
        assert!(offer.said_above.starts_with("Level "), "{}", offer.of.title);
    }
}

#[test]
fn all_stand_on_one_scale_and_what_has_no_most_goes_on_to_its_end() {
    let view = shipped();
    let of = |id: &str| {
        let all = offers(&view).into_iter();
        let mut named = all.filter(|one| one.of.id.as_str() == id);
        named.next().unwrap().span.clone().unwrap()
    };
    let (award, certificate, diploma) =
        (of("8607-award"), of("8607-certificate"), of("8607-diploma"));
    let end =
        |span: &qualification_planner::editor::Span| number(&span.start) + number(&span.width);
    assert!((number(&certificate.start) / number(&award.start) - 13.0 / 6.0).abs() < 0.01);
    assert!((end(&certificate) / end(&award) - 3.0).abs() < 0.01);
    assert!(diploma.is_open && !award.is_open);
    assert!((end(&diploma) - 100.0).abs() < 0.02);
    for offer in offers(&view) {
        assert!(
            end(offer.span.as_ref().unwrap()) <= 100.0,
            "{}",
            offer.of.title
        );
        assert!(
            number(&offer.span.as_ref().unwrap().width) >= 2.0,
            "{}",
            offer.of.title
        );
    }
}

#[test]
fn what_counts_in_another_measure_than_most_says_its_figure_in_words() {
    let shipped = Catalogue::shipped();
    let others = file("catalogues/whole/other-measures.json", |text| text);
    let mut all = shipped.by_suite();
    all.extend(&others);
    let view = OffersView::new(&all);
    let (own, other): (Vec<_>, Vec<_>) = offers(&view)
        .into_iter()
        .partition(|one| shipped.named(one.of.id.as_str()).is_some());
    assert!(own.iter().all(|one| one.span.is_some()));
    let hours = other
        .iter()
        .find(|one| one.noun == "guided learning hours")
        .unwrap();
    assert_eq!(hours.span, None);
    assert_ne!(hours.amount, "");
    // Alone, they have a scale of their own.
    let alone: Vec<&Arc<Qualification>> = others.iter().collect();
    assert!(
        offers(&OffersView::new(&alone))
            .iter()
            .any(|one| one.span.is_some())
    );
}

#[test]
fn levels_and_sizes_are_asked_for_where_there_is_more_than_one() {
    let view = shipped();
    let levels: Vec<String> = view
        .levels
        .iter()
        .map(|one| wording::level_chip(*one))
        .collect();
    assert_eq!(levels, ["3", "4", "5", "7"]);
    let sizes: Vec<&str> = view.sizes.iter().map(Size::name).collect();
    assert_eq!(sizes, ["Award", "Certificate", "Diploma"]);
    let of = |level: Option<u32>, size: Option<&str>| {
        view.number(&OfferFilter {
            level: level.map(Level::new),
            size: size.and_then(Size::new),
        })
    };
    assert_eq!(of(None, None), 7);
    assert_eq!(of(Some(5), None), 4);
    assert_eq!(of(Some(5), Some("award")), 2);
    assert_eq!(of(Some(3), Some("award")), 0);

    let one = file("catalogues/small.json", |text| text);
    let one: Vec<&Arc<Qualification>> = one.iter().take(1).collect();
    let view = OffersView::new(&one);
    assert_eq!((view.levels, view.sizes), (Vec::new(), Vec::new()));
}

#[test]
fn a_list_of_nothing_is_empty_and_what_has_no_level_stands_last() {
    assert_eq!(OffersView::new(&[]), OffersView::default());
    let none = file("catalogues/whole/suite-and-fewest-keys.json", |text| text);
    let catalogue = Catalogue::shipped();
    let mut all = catalogue.by_suite();
    let without: Vec<&Arc<Qualification>> = none.iter().filter(|one| one.level.is_none()).collect();
    all.extend(&without);
    let view = OffersView::new(&all);
    if !without.is_empty() {
        assert_eq!(view.groups.last().unwrap().heading, "No level");
        assert_eq!(
            OffersView::new(&without).groups.first().unwrap().heading,
            ""
        );
    }
}
