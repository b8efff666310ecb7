//! The questions that the benchmarks ask of the engine.

#[path = "../../../tangled/file.rs"]
mod file;
#[path = "../../../tangled/make.rs"]
#[allow(dead_code)]
mod make;

use std::hint::black_box;
use std::sync::Arc;

use qualification_planner::assess::{self, Aim, Context, Judge, Limit, State};
use qualification_planner::catalogue;
use qualification_planner::plan::{Action, Plan};
use qualification_planner::qualification::{Date, Qualification, UnitCode};
use wasm_bindgen::prelude::wasm_bindgen;

/// How many nodes a search may look at here.
const NODES: u64 = 20_000_000;

/// One qualification, and a plan.
#[wasm_bindgen]
pub struct Engine {
    qualification: Arc<Qualification>,
    plan: Plan,
    context: Context,
    judge: Option<Judge>,
    picked: Vec<u64>,
}

#[wasm_bindgen]
impl Engine {
    /// The qualification with this name in a catalogue file, or the first.
    pub fn read(text: &str, id: &str) -> Option<Engine> {
        let file = catalogue::read(text).file?;
        let mut all = file.qualifications.into_iter();
        let qualification = if id.is_empty() { all.next() } else { all.find(|one| one.id.as_str() == id) }?;
        let plan = Plan::new(qualification.id.clone());
        let context = Context::on(Date::parse("2026-11-22")?);
        let judge = Judge::new(&qualification, &plan, context);
        let picked = vec![0; qualification.units.len().div_ceil(64)];
        Some(Self { qualification, plan, context, judge, picked })
    }

    /// The codes of the units, in their order, a space between them.
    pub fn codes(&self) -> String {
        let codes: Vec<&str> = self.qualification.units.iter().map(|unit| unit.code.as_str()).collect();
        codes.join(" ")
    }

    /// Picks these units, by their places, and no others.
    pub fn pick(&mut self, places: &[u32]) {
        self.picked.fill(0);
        let mut codes = Vec::new();
        for place in places.iter().map(|place| *place as usize) {
            self.picked[place / 64] |= 1 << (place % 64);
            codes.push(self.qualification.units[place].code.clone());
        }
        self.plan = Plan::new(self.qualification.id.clone()).after(Action::PickAll(codes));
    }

    /// Picks the units of these codes, a space between them, and no others, for the assessment.
    pub fn pick_codes(&mut self, codes: &str) {
        let codes = codes.split_whitespace().filter_map(UnitCode::new).collect();
        self.plan = Plan::new(self.qualification.id.clone()).after(Action::PickAll(codes));
    }

    /// Ticks or unticks one unit, by its place, for [`Engine::is_met`].
    pub fn toggle(&mut self, place: usize) {
        self.picked[place / 64] ^= 1 << (place % 64);
    }

    /// Whether the picked units meet all rules: 1 or 0, or 2 where that takes the assessment.
    pub fn is_met(&self) -> u32 {
        match self.judge.as_ref().and_then(|judge| judge.is_met(black_box(&self.picked))) {
            Some(met) => u32::from(met),
            None => 2,
        }
    }

    /// The state of the plan by the whole assessment: 0 where it is met.
    pub fn assess(&self) -> u32 {
        assess::assess(black_box(&self.qualification), black_box(&self.plan), &self.context).state as u32
    }

    /// The state of the plan by the whole assessment: `?` where the search stopped.
    pub fn state(&self) -> String {
        let found = assess::assess(black_box(&self.qualification), black_box(&self.plan), &self.context);
        let state = match found.state {
            State::Met => "met",
            State::Open => "open",
            State::Broken => "broken",
            State::NotKnown => "?",
        };
        state.to_owned()
    }

    /// The units of the completion with the fewest guided learning hours; `-` where there is none,
    /// `?` where the search stopped.
    pub fn fewest_hours(&self) -> String {
        let mut limit = Limit::nodes(NODES);
        let (qualification, plan) = (&self.qualification, &self.plan);
        let found = assess::complete(qualification, plan, &self.context, Aim::FewestHours, 1, &mut limit);
        match found.answer.first() {
            _ if !found.fully_searched => "?".to_owned(),
            None => "-".to_owned(),
            Some(one) => {
                let codes: Vec<&str> = one.units.iter().map(|code| code.as_str()).collect();
                codes.join(" ")
            }
        }
    }

    /// How many valid combinations hold the picks; `?` where the search stopped.
    pub fn count(&self) -> String {
        let mut limit = Limit::nodes(NODES);
        let found = assess::count(&self.qualification, &self.plan, &self.context, &mut limit);
        if found.fully_searched { found.answer.to_string() } else { "?".to_owned() }
    }
}

/// A made-up qualification whose rules are tangled, every second one with hardly any room, as a
/// catalogue file, and the codes of the units that are picked.
#[wasm_bindgen]
pub fn tangled(seed: u32, units: usize, groups: usize) -> String {
    let make = if seed % 2 == 0 { make::Tangled::close } else { make::Tangled::new };
    let made = make(seed.into(), units, groups);
    let picks: Vec<String> = made.picks.iter().map(|place| file::code(*place)).collect();
    serde_json::json!({"file": made.catalogue(), "picks": picks}).to_string()
}
