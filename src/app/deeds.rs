//! What is done with whole drafts: each can be taken back, and each says what came of it.

use wasm_bindgen::JsValue;

use super::browser;
use super::live::after_bindings;
use super::route::Route;
use super::shelf::Listed;
use super::state::State;
use super::storage::Browser;
use crate::draft::{
    Coming, Deed, DraftId, Failure, Opened, Parcel, Saving, Session, Turn, Unreadable,
    delete_everything,
};
use crate::editor::Notification;
use crate::plan::Action;
use crate::wording;

impl State {
    /// Deletes a draft, or brings it back.
    pub(super) fn turn(self, deed: Deed, listed: &Listed) {
        let turn = Turn::of(deed, vec![listed.id.clone()]);
        let done = self.with_drafts(|drafts| drafts.turn(turn.clone(), &Self::writer()));
        self.tell_done(done.map(|()| wording::turned(&turn, false, &self.name_of(listed))));
    }

    /// Takes back what was done last with whole drafts, or does it again.
    pub(super) fn turn_back(self, forth: bool) {
        let done = self.with_drafts(|drafts| {
            if forth {
                drafts.turn_forth(&Self::writer())
            } else {
                drafts.turn_back(&Self::writer())
            }
        });
        let words = done.map(|turn| {
            turn.map(|turn| {
                if !turn.catalogues.is_empty() {
                    self.read_catalogues();
                }
                let Some(name) = self.name_of_first(&turn) else {
                    return wording::gone().to_owned();
                };
                wording::turned(&turn, !forth, &name)
            })
            .unwrap_or_default()
        });
        self.tell_done(words);
    }

    /// What the first draft is called that something was done with; nothing where none of them is kept any
    /// more.
    fn name_of_first(self, turn: &Turn) -> Option<String> {
        let kept = self.shelf().unwrap_or_default();
        let of_turn = |one: &&Listed| turn.drafts.contains(&one.id);
        let listed = kept.drafts.iter().find(of_turn);
        let name = listed.map(|one| self.name_of(one));
        name.or_else(|| turn.drafts.is_empty().then(String::new))
    }

    /// Makes a second draft of one. Its name, where that could be done.
    pub(super) fn duplicate(self, listed: &Listed) -> Option<DraftId> {
        let mut parcel = listed.parcel.clone();
        let name = wording::name_of_copy(&self.name_of(listed));
        parcel.plan = parcel.plan.after(Action::Rename(name));
        let made = self.add(
            Turn::of(Deed::Duplicate, Vec::new()),
            vec![Self::coming(parcel)],
        )?;
        self.tell_done(Ok(wording::duplicated(&self.name_of(listed))));
        made.into_iter().next()
    }

    /// Gives a draft another name.
    pub(super) fn rename(self, listed: &Listed, name: &str) {
        let opened = match self.open_session(&listed.id) {
            Ok(Opened::Session(session)) => Some(session),
            Ok(_) => None,
            Err(failure) => return self.tell_done(Err(failure)),
        };
        let Some(mut session) = opened else {
            return self.tell_done(Ok(wording::gone().to_owned()));
        };
        let now = self.moment(&listed.id);
        let before = session.history().now().name.clone();
        self.with_drafts(|drafts| session.rename(drafts, now, name));
        if let Saving::Failed(failure) = session.saving() {
            return self.tell_done(Err(failure));
        }
        let after = session.history().now().name.clone();
        let words = wording::renamed(&after);
        let turn = Turn {
            names: Some([before, after]),
            ..Turn::of(Deed::Rename, vec![listed.id.clone()])
        };
        // Where it cannot be noted, the draft has its name, and its own way back.
        let _ = self.with_drafts(|drafts| drafts.note(turn));
        self.tell_done(Ok(words));
    }

    /// A draft of this, as of now, under a name of its own.
    fn coming(parcel: Parcel) -> Coming {
        Coming {
            id: Self::new_id(),
            changed: browser::now(),
            parcel,
        }
    }

    /// Adds drafts, and says which they are, or on the screen why they could not be added.
    pub(super) fn add(self, turn: Turn, coming: Vec<Coming>) -> Option<Vec<DraftId>> {
        let held = self.0.held();
        let made = self.with_drafts(|drafts| drafts.add(turn, coming, &Self::writer()));
        let told = match &made {
            Ok(_) => None,
            Err((failure, made)) => Some(Notification::Failed(*failure, made.len())),
        };
        held.told.set(told);
        browser::tell_saved();
        made.ok()
    }

    /// Removes a deleted draft for good.
    pub(super) fn remove(self, listed: &Listed) {
        let done = self.with_drafts(|drafts| drafts.remove(&listed.id));
        self.tell_done(done.map(|()| wording::removed(&self.name_of(listed))));
    }

    /// Removes what could not be read.
    pub(super) fn forget(self, gone: &Unreadable) {
        let done = self.with_drafts(|drafts| drafts.forget(gone));
        self.tell_done(done.map(|()| String::new()));
    }

    /// A name for a draft that nobody else has.
    pub(super) fn new_id() -> DraftId {
        DraftId::of_number(browser::random())
    }

    /// Shows a plan that came as a link as a draft of the learner's own.
    pub(super) fn adopt(self, parcel: Parcel) {
        let qualification = parcel.plan.qualification.clone();
        let made = self.add(
            Turn::of(Deed::Adopt, Vec::new()),
            vec![Self::coming(parcel)],
        );
        let Some(made) = made else { return };
        self.ask_to_promise();
        if self.catalogue_now().qualification(&qualification).is_none() {
            self.tell_done(Ok(wording::kept_for_later().to_owned()));
            return self.go_home();
        }
        if let Some(id) = made.first() {
            self.go_to(&qualification, id);
        }
    }

    /// Says what came of something that was done with whole drafts.
    pub(super) fn tell_done(self, done: Result<String, Failure>) {
        self.0.held().told.set(match done {
            Ok(words) if words.is_empty() => None,
            Ok(words) => Some(Notification::Done(words)),
            Err(failure) => Some(Notification::Failed(failure, 0)),
        });
        browser::tell_saved();
    }

    /// Notes that a copy of a draft was just taken out of the browser. Returns the moment. Where it cannot be
    /// kept, the copy is there all the same.
    pub(super) fn note_copied(self, id: &DraftId) -> u32 {
        let now = browser::now();
        let _ = self.with_drafts(|drafts| drafts.note_copied(id, now));
        now
    }

    /// Says why not every draft is in a file; nothing where all are.
    pub(super) fn tell_partly(self, why: Option<&'static str>) {
        let told = &self.0.held().told;
        if why.is_some() || told.peek(|told| matches!(told, Some(Notification::Partly(_)))) {
            told.set(why.map(Notification::Partly));
        }
    }

    /// Deletes everything that the planner keeps in this browser, in both places. `failed` is called
    /// where something of it may still be there.
    pub(super) fn delete_everything(
        self,
        done: impl FnOnce() + 'static,
        failed: impl Fn() + 'static,
    ) {
        let Ok(keys) = delete_everything(&Browser) else {
            return failed();
        };
        let keys: js_sys::Array = keys.iter().map(|key| JsValue::from_str(key)).collect();
        let delete_copies = self.0.held().options.delete_copies.clone();
        browser::answer_of(
            &delete_copies,
            &JsValue::NULL,
            Some(&keys),
            move |deleted| {
                if self.0.still_held().is_none() {
                    return;
                }
                if !deleted {
                    failed();
                    return browser::tell_saved();
                }
                done();
                self.start_again();
                // Once the plan that was shown has gone, and has left what it could not save.
                after_bindings(move || {
                    if let Some(held) = self.0.still_held() {
                        held.unsaved.take();
                        self.guard();
                    }
                    browser::tell_saved();
                });
            },
        );
    }

    /// After everything was deleted: the shipped catalogue, and the choice of all.
    fn start_again(self) {
        let held = self.0.held();
        self.read_catalogues();
        held.opened.set(None);
        held.incoming.set(None);
        held.told.set(None);
        self.go(&Route::Choose);
    }

    /// Holds on to the draft that is open for as long as its last change is in no save.
    pub(super) fn hold_open(self, open: Option<Session>) {
        if let Some(held) = self.0.still_held() {
            held.open_unsaved.replace(open);
            self.guard();
        }
    }

    /// Has the reader asked before the page goes where the draft that is open, or one of a screen that
    /// was left, is in no save.
    pub(super) fn guard(self) {
        let Some(held) = self.0.still_held() else {
            return;
        };
        let lossy = held.open_unsaved.borrow().is_some() || !held.unsaved.borrow().is_empty();
        let mut leaving = held.leaving.borrow_mut();
        if lossy != leaving.is_some() {
            *leaving = lossy.then(browser::LeavingIsAsked::from_now_on);
        }
    }
}
