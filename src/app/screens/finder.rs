//! Finding units: a search field, two choices, and how many were found.

use crate::app::desk::Desk;
use crate::app::dom::{self, El, el, said, styled};
use crate::app::live::{Handle, Live};
use crate::app::parts::field::{field, wide_field};
use crate::app::parts::notice::button;
use crate::names::{Fit, Index};
use crate::qualification::{Level, Measure, Qualification, Unit};
use crate::wording;

/// What is looked for.
#[derive(Clone, Copy)]
pub(crate) struct Finder(Handle<Held>);

struct Held {
    index: Index,
    wanted: Live<Wanted>,
}

#[derive(Default)]
struct Wanted {
    words: String,
    /// How well each unit of the qualification fits them.
    fits: Vec<Option<Fit>>,
    level: Option<Level>,
    show: Show,
}

/// Which units are listed.
#[derive(Clone, Copy, Default)]
enum Show {
    #[default]
    All,
    Picked,
    Open,
}

impl Show {
    const fn name(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Picked => "picked",
            Self::Open => "open",
        }
    }

    fn named(name: &str) -> Self {
        match name {
            "picked" => Self::Picked,
            "open" => Self::Open,
            _ => Self::All,
        }
    }
}

impl Finder {
    pub(crate) fn new(qualification: &Qualification) -> Self {
        let index = Index::new(&qualification.units);
        let wanted = Live::new(Wanted {
            fits: index.find(""),
            ..Wanted::default()
        });
        Self(Handle::new(Held { index, wanted }))
    }

    /// True where the unit is listed.
    pub(crate) fn shows(self, desk: Desk, unit: &Unit) -> bool {
        self.look(|wanted| {
            fit(wanted, desk, unit).is_some()
                && wanted.level.is_none_or(|level| unit.level == Some(level))
                && match wanted.show {
                    Show::All => true,
                    Show::Picked => desk.plan(|plan| plan.pick(&unit.code).is_some()),
                    Show::Open => desk.row(&unit.code).status.not_counted.is_none(),
                }
        })
    }

    /// These units’ places in the order in which they are listed: the better they fit, the earlier.
    pub(crate) fn order(self, desk: Desk, units: &[Unit]) -> Vec<usize> {
        let mut order: Vec<usize> = (0..units.len()).collect();
        self.look(|wanted| {
            order.sort_by_key(|place| {
                let fit = units.get(*place).and_then(|unit| fit(wanted, desk, unit));
                fit.unwrap_or(Fit::Inside)
            });
        });
        order
    }

    fn look<T>(self, look: impl FnOnce(&Wanted) -> T) -> T {
        self.0.held().wanted.look(look)
    }

    fn change(self, change: impl FnOnce(&mut Wanted)) {
        let held = self.0.held();
        held.wanted.change(|wanted| {
            change(wanted);
            wanted.fits = held.index.find(&wanted.words);
        });
    }

    /// How many units are listed, of how many.
    fn count(self, desk: Desk) -> (u32, u32) {
        let qualification = desk.qualification();
        qualification
            .units
            .iter()
            .fold((0, 0), |(found, all), unit| {
                (found + u32::from(self.shows(desk, unit)), all + 1)
            })
    }
}

fn fit(wanted: &Wanted, desk: Desk, unit: &Unit) -> Option<Fit> {
    let place = desk.qualification().unit_index(&unit.code)?;
    wanted.fits.get(place).copied().flatten()
}

/// The controls; none where the list is short enough to see at once.
pub(crate) fn controls(finder: Finder, desk: Desk, qualification: &Qualification) -> Option<El> {
    if qualification.units.len() < 10 {
        return None;
    }
    let search = el("input")
        .attr("type", "search")
        .attr("id", "qp-search")
        .attr("maxlength", "100")
        .attr("autocomplete", "off")
        .live_value(move || finder.look(|wanted| wanted.words.clone()))
        .on("input", move |event| {
            finder.change(|wanted| wanted.words = dom::value(&event));
        });
    let choice = el("select")
        .with(option("", "All units"))
        .with(option("picked", "In my plan"))
        .with(option("open", "Open to me"))
        .live_value(move || finder.look(|wanted| wanted.show.name().to_owned()))
        .on("change", move |event| {
            finder.change(|wanted| wanted.show = Show::named(&dom::value(&event)));
        });
    let count = move || {
        let (found, all) = finder.count(desk);
        format!("{found} of {}", wording::quantity(all, Measure::Units))
    };
    Some(
        styled("search", "qp-finder")
            .with(wide_field("Search units by title or code", search))
            .with_some(levels(finder, qualification))
            .with(field("Show", choice))
            .with(
                styled("p", "qp-finder-count")
                    .attr("role", "status")
                    .live_text(count),
            ),
    )
}

/// The choice of a level, where there is more than one.
fn levels(finder: Finder, qualification: &Qualification) -> Option<El> {
    let units = qualification.units.iter();
    let mut levels: Vec<Level> = units.filter_map(|unit| unit.level).collect();
    levels.sort_unstable_by_key(|level| level.place());
    levels.dedup();
    if levels.len() < 2 {
        return None;
    }
    let options = levels
        .into_iter()
        .map(|level| option(&level.to_string(), &wording::level(level)))
        .collect();
    let choice = el("select")
        .with(option("", "Any"))
        .with_all(options)
        .live_value(move || {
            finder.look(|wanted| {
                let level = wanted.level.map(|level| level.to_string());
                level.unwrap_or_default()
            })
        })
        .on("change", move |event| {
            finder.change(|wanted| {
                wanted.level = Level::parse(&dom::value(&event));
            });
        });
    Some(field("Level", choice))
}

fn option(value: &str, label: &str) -> El {
    said("option", label).attr("value", value)
}

/// What stands in place of the list where nothing was found.
pub(crate) fn nothing_found(finder: Finder, desk: Desk) -> El {
    let show_all = move || {
        finder.change(|wanted| *wanted = Wanted::default());
        desk.focus("qp-search");
    };
    styled("div", "qp-nothing")
        .live_class("qp-hidden", move || finder.count(desk).0 > 0)
        .with(said(
            "p",
            "No unit fits this search. Units in your plan stay in it.",
        ))
        .with(button("Show all units", show_all))
}
