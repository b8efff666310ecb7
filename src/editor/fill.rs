//! What a learner asks of the ways to complete a plan, and what is shown of that.

use super::Editor;
use super::fewest::Fewest;
use super::ways::WayView;
use crate::assess::{Limit, NODES, Wishes, fill};
use crate::plan::Plan;
use crate::qualification::{Qualification, UnitCode};
use crate::wording::{self, fill as words};

/// How many ways are shown at first, and how many more each time.
const WAYS: usize = 3;

/// What a learner asks of the ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FillRequest {
    /// What is to be the least.
    pub fewest: Fewest,
    /// What each way keeps and leaves out.
    pub wishes: Wishes,
    /// How many are asked for.
    pub number: usize,
}

impl FillRequest {
    /// The first request for a plan: its own units are kept, with those that it wishes for; those that it avoids are
    /// left out.
    #[must_use]
    pub fn new(of: &Qualification, plan: &Plan) -> Self {
        let known = |codes: &[UnitCode]| {
            let known = codes.iter().filter(|code| of.unit(code).is_some());
            known.cloned().collect()
        };
        let fewest = Fewest::all(of).first().copied();
        Self {
            fewest: fewest.unwrap_or(Fewest::Changes),
            wishes: Wishes {
                kept: known(&plan.wished),
                left_out: known(&plan.avoided),
                ..Wishes::default()
            },
            number: WAYS,
        }
    }

    /// Asks for more ways.
    pub fn ask_for_more(&mut self) {
        self.number = self.number.saturating_add(WAYS);
    }

    /// Asks for the least of something else.
    pub fn set_fewest(&mut self, fewest: Fewest) {
        self.fewest = fewest;
        self.number = WAYS;
    }

    /// Has every way keep a unit.
    pub fn keep(&mut self, plan: &Plan, code: UnitCode) {
        self.forget(&code);
        if plan.pick(&code).is_none() {
            self.wishes.kept.push(code);
        }
    }

    /// Has no way have a unit.
    pub fn leave_out(&mut self, code: UnitCode) {
        self.forget(&code);
        self.wishes.left_out.push(code);
    }

    /// Leaves open whether a way has a unit.
    pub fn release(&mut self, plan: &Plan, code: UnitCode) {
        self.forget(&code);
        if plan.pick(&code).is_some() {
            self.wishes.released.push(code);
        }
    }

    /// The units that every way keeps.
    fn kept<'a>(&'a self, plan: &'a Plan) -> Vec<&'a UnitCode> {
        let Wishes {
            released,
            left_out,
            kept,
            ..
        } = &self.wishes;
        let picks = plan.picks().iter().map(|pick| &pick.code);
        let stay = picks.filter(|code| !released.contains(code) && !left_out.contains(code));
        stay.chain(kept).collect()
    }

    fn forget(&mut self, code: &UnitCode) {
        let Wishes {
            released,
            kept,
            left_out,
            ..
        } = &mut self.wishes;
        for list in [released, kept, left_out] {
            list.retain(|one| one != code);
        }
        self.number = WAYS;
    }
}

/// A unit that is kept or left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WishView {
    /// Its code.
    pub code: UnitCode,
    /// Its title.
    pub title: String,
}

/// What is shown of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FillView {
    /// The units that every way keeps.
    pub kept: Vec<WishView>,
    /// Those that no way has.
    pub left_out: Vec<WishView>,
    /// The units of which either can be said, as listed.
    pub others: Vec<WishView>,
    /// The ways, the best first.
    pub ways: Vec<WayView>,
    /// How many there are in words, or why there is none.
    pub rest: String,
    /// True where more can be asked for.
    pub has_more: bool,
}

impl Editor {
    /// The best ways to complete the plan so.
    #[must_use]
    pub fn fill(&self, request: &FillRequest) -> FillView {
        let (of, plan) = (self.qualification(), self.plan());
        // For the pathway and nation by which the plan is judged.
        let judged = self.assessment().as_judged(plan);
        let (wishes, aim) = (&request.wishes, request.fewest.aim());
        // One more tells whether there are more.
        let asked = request.number.saturating_add(1);
        let limit = &mut Limit::nodes(NODES);
        let found = fill(of, &judged, &self.context(), aim, wishes, asked, limit);
        let has_more = found.answer.len() > request.number;
        let shown = found.answer.iter().take(request.number);
        let mut ways: Vec<WayView> = shown.map(|one| self.way(one)).collect();
        WayView::say_why(&mut ways, request.fewest);
        let rest = match (ways.len(), has_more) {
            (0, _) if !found.fully_searched => wording::no_advice(false).to_owned(),
            (0, _) => words::NO_WAY.to_owned(),
            (_, true) => words::MANY_LEFT.to_owned(),
            (number, false) if found.fully_searched => words::only_these(number),
            _ => String::new(),
        };
        let kept = request.kept(plan);
        let is_open = {
            let current = self.current(None);
            move |code: &UnitCode| !current.is_closed(code)
        };
        let others = of.units.iter().map(|unit| &unit.code);
        let others = others.filter(|code| {
            let is_said = kept.contains(code) || wishes.left_out.contains(code);
            !is_said && is_open(code)
        });
        FillView {
            others: wish_views(of, others),
            kept: wish_views(of, kept.iter().copied()),
            left_out: wish_views(of, &wishes.left_out),
            ways,
            rest,
            has_more,
        }
    }
}

fn wish_views<'a>(
    of: &Qualification,
    codes: impl IntoIterator<Item = &'a UnitCode>,
) -> Vec<WishView> {
    let view = |code: &UnitCode| WishView {
        title: of
            .unit(code)
            .map_or_else(|| code.to_string(), |unit| unit.title.clone()),
        code: code.clone(),
    };
    codes.into_iter().map(view).collect()
}
