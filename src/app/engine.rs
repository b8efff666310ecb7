//! What is fetched right after the first screen: the engine and the keeping of plans.
//!
//! The first program knows this part by one table of functions. What stands only behind that is not in
//! the first program. Until the part is there a plan is shown as far as that can be said without judging
//! it, and what is ticked is remembered (see [`crate::editor`]).

use std::cell::Cell;
use std::sync::Arc;
use std::thread::LocalKey;

use leptos::task::spawn_local;

use super::desk::Desk;
use super::dom::El;
use super::lazy::{Fetched, wasm_split};
use super::rest::{rest, rest_for};
use super::screens::plan;
use super::state::State;
use crate::assess::{Assessment, Context, assess};
use crate::plan::{Action, Plan};
use crate::qualification::{Qualification, UnitCode};
use crate::saved_plans::PlanId;
use crate::wording;

/// What the first program calls of this part.
pub(super) struct Engine {
    /// Called once for each planner: it keeps in step with what others save from now on.
    pub(super) arrive: fn(State),
    /// The planning screen of a saved plan that is kept, or why there is none.
    pub(super) open: fn(State, &Arc<Qualification>, Option<PlanId>) -> El,
    /// Gives a plan that was begun before to a session.
    pub(super) keep: fn(Desk),
    /// Puts a unit into the plan, or takes it out.
    pub(super) tick: fn(Desk, &UnitCode, bool),
    /// Where a plan stands, in words.
    pub(super) state: fn(&Assessment) -> String,
}

thread_local! {
    static ENGINE: Cell<Option<&'static Engine>> = const { Cell::new(None) };
}

/// This part, where it is there.
pub(super) fn engine() -> Option<&'static Engine> {
    LocalKey::get(&ENGINE)
}

#[wasm_split(next, wasm_split_path = leptos::wasm_split, fallible)]
fn fetch() -> Fetched<&'static Engine> {
    if let Some(engine) = engine() {
        return Ok(engine);
    }
    let engine: &'static Engine = Box::leak(Box::new(Engine {
        arrive: State::keep_in_step,
        open: plan::open,
        keep: Desk::keep,
        tick: |desk, code, picked| desk.dispatch(Action::tick(code.clone(), picked)),
        state: wording::state,
    }));
    ENGINE.set(Some(engine));
    Ok(engine)
}

/// Has this part fetched, and then what completes the screens, so that they are there when they are needed.
/// Where that fails, who needs them asks again and says so.
pub(super) fn prefetch(state: State) {
    spawn_local(async move {
        let _ = engine_for(state).await;
        let _ = rest_for(state).await;
    });
}

/// This part, fetched where it is not there yet.
pub(super) async fn engine_for(state: State) -> Fetched<&'static Engine> {
    let engine = fetch().await?;
    state.engine_is_here();
    Ok(engine)
}

impl State {
    /// Judges a plan that is not being edited.
    pub(super) fn judge(self, qualification: &Qualification, plan: &Plan) -> Assessment {
        let other = plan.under_codes_of(qualification);
        let plan = other.as_ref().map_or(plan, |(plan, _)| plan);
        assess(qualification, plan, &self.context())
    }

    /// What an assessment depends on, today and with the searches that are there.
    pub(super) fn context(self) -> Context {
        Context {
            today: self.today(),
            by_rows: rest().map(|rest| rest.by_rows),
        }
    }

    /// True where this part is there.
    pub(super) fn has_engine(self) -> bool {
        self.0.held().has_engine.get()
    }

    /// This part has come, or was there.
    pub(super) fn engine_is_here(self) {
        if let Some(held) = self.0.still_held() {
            held.has_engine.set_other(true);
        }
    }
}
