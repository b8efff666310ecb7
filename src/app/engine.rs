//! The engine and its sentences, which are fetched right after the first screen.
//!
//! Until they are there a plan is shown as far as that can be said without judging it. Everything that
//! uses the engine goes through this table: what stands only behind it is not in the first program, and
//! once in all others.

use std::cell::Cell;
use std::future::poll_fn;
use std::task::Poll;
use std::thread::LocalKey;

use leptos::task::spawn_local;

use super::desk::Desk;
use super::dom::El;
use super::lazy::{Coming, Fetched, wasm_split};
use super::screens::rules;
use super::state::State;
use crate::assess::{Assessment, Context, Effective, Limit, assess, assess_within, provisional};
use crate::catalogue::File;
use crate::editor::Sentences;
use crate::plan::Plan;
use crate::qualification::{Date, Qualification};
use crate::wording;

/// How much is looked at, for all qualifications of a file that is opened together, to tell of rules that
/// nobody can meet.
const MOST_NODES: u64 = 100_000;

/// What the engine does for the screens.
#[derive(Clone, Copy)]
pub(super) struct Engine {
    /// Judges a plan.
    pub(super) assess: fn(&Qualification, &Plan, &Context) -> Assessment,
    /// The sentences of what it finds.
    pub(super) sentences: Sentences,
    /// The rules one by one.
    pub(super) rules: fn(&Qualification, &Assessment) -> Vec<El>,
    /// Of which qualifications of a file no choice of units meets the rules.
    pub(super) unmet: fn(&File, Date) -> Vec<String>,
    /// What the rules together leave to each group.
    pub(super) effective: fn(Desk) -> Vec<Effective>,
}

thread_local! {
    static ENGINE: Cell<Option<Engine>> = const { Cell::new(None) };
}

/// The engine, where it is there.
pub(super) fn engine() -> Option<Engine> {
    LocalKey::get(&ENGINE)
}

#[wasm_split(next, wasm_split_path = leptos::wasm_split, fallible)]
fn fetch() -> Fetched<()> {
    ENGINE.set(Some(Engine {
        assess,
        sentences: Sentences::all(),
        rules: rules::rules,
        unmet,
        effective: Desk::find_effective,
    }));
    Ok(())
}

/// Has the engine fetched, so that it is there when it is needed. Where that fails, who needs it asks again
/// and says so.
pub(super) fn prefetch(state: State) {
    spawn_local(async move {
        let _ = with_engine(state, async { Ok(()) }).await;
    });
}

/// What a part gives, once the engine is there.
pub(super) fn with_engine<T: 'static>(
    state: State,
    what: impl Future<Output = Fetched<T>> + 'static,
) -> Coming<T> {
    Box::pin(async move {
        let mut what = Box::pin(what);
        if engine().is_none() {
            // Both are fetched at the same time; what the part does waits for the engine.
            let first = poll_fn(|context| Poll::Ready(what.as_mut().poll(context))).await;
            fetch().await?;
            if let Poll::Ready(came) = first {
                state.engine_is_here();
                return came;
            }
        }
        state.engine_is_here();
        what.await
    })
}

impl State {
    /// Judges a plan, so far as the engine is there.
    pub(super) fn judge(self, qualification: &Qualification, plan: &Plan) -> Assessment {
        let context = Context {
            today: self.today(),
        };
        let other = plan.under_codes_of(qualification);
        let plan = other.as_ref().map_or(plan, |(plan, _)| plan);
        let judge = engine().map_or(provisional as fn(_, _, _) -> _, |engine| engine.assess);
        judge(qualification, plan, &context)
    }

    /// The engine has come, or was there.
    pub(super) fn engine_is_here(self) {
        if let Some(held) = self.0.still_held() {
            held.has_engine.set_other(true);
        }
    }
}

/// Of which qualifications of a file no choice of units meets the rules, so far as that is told at once.
fn unmet(file: &File, today: Date) -> Vec<String> {
    let mut limit = Limit::nodes(MOST_NODES);
    let unmet = file.qualifications.iter().filter_map(|one| {
        let plan = Plan::new(one.id.clone());
        let found = assess_within(one, &plan, &Context { today }, &mut limit);
        wording::unmet(one, &found)
    });
    unmet.collect()
}
