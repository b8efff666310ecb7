//! What can be planned: the shipped qualifications, those of the catalogue files that are kept in this browser,
//! and those of the one that the host page names.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::centre::Centre;
use super::file_reports::FileReports;
use super::notifications::Notifications;
use super::opened_catalogue::{
    OpenedCatalogue, OwnCatalogue, damaged, names_besides, own_of, read_texts, unmet,
};
use super::page::Page;
use super::plan_storage::PlanStorage;
use crate::app::browser;
use crate::app::signals::set_other;
use crate::catalogue::{self, Catalogue, File, Reading};
use crate::reading::Problem;
use crate::saved_plans::{CATALOGUE, KeptCatalogue, LibraryChange, Operation, SavedPlans};
use crate::wording;

/// What can be planned, for one planner.
#[derive(Clone, Copy)]
pub(crate) struct Catalogues(StoredValue<Rc<Inner>, LocalStorage>);

struct Inner {
    page: Page,
    storage: PlanStorage,
    centre: Centre,
    notifications: Notifications,
    all: RwSignal<Arc<Catalogue>>,
    shipped: Catalogue,
    /// The catalogue files that are kept here.
    own: RwSignal<Vec<OwnCatalogue>>,
    /// What was read of their texts.
    readings: RefCell<Vec<(String, Reading)>>,
    /// True until those that are kept, or that the host page names, were looked at.
    are_awaited: RwSignal<bool>,
    reports: FileReports,
    /// The learner's catalogue files that could not be kept: they are here until the page goes.
    unkept: RefCell<Vec<File>>,
    /// Called when what can be planned may be other than it was.
    changed: Cell<Option<Callback<()>>>,
}

impl Inner {
    /// What can be planned may be other than it was.
    fn tell(&self) {
        if let Some(changed) = self.changed.get() {
            changed.run(());
        }
    }
}

impl Catalogues {
    pub(super) fn new(
        page: Page,
        storage: PlanStorage,
        centre: Centre,
        notifications: Notifications,
    ) -> Self {
        let shipped = Catalogue::shipped();
        let has_own = PlanStorage::has_any(|key| key.contains(CATALOGUE)).is_ok_and(|has| has);
        Self(StoredValue::new_local(Rc::new(Inner {
            page,
            storage,
            centre,
            notifications,
            all: RwSignal::new(Arc::new(shipped.clone())),
            shipped,
            own: RwSignal::new(Vec::new()),
            readings: RefCell::default(),
            are_awaited: RwSignal::new(has_own),
            reports: FileReports::new(),
            unkept: RefCell::default(),
            changed: Cell::new(None),
        })))
    }

    /// Has this called when what can be planned may be other than it was.
    pub(super) fn on_change(self, act: Callback<()>) {
        self.0.get_value().changed.set(Some(act));
    }

    /// Every qualification that can be planned.
    pub(crate) fn all(self) -> Arc<Catalogue> {
        self.0.get_value().all.get()
    }

    /// The same as it is now: no binding follows it.
    pub(crate) fn all_now(self) -> Arc<Catalogue> {
        self.0.get_value().all.get_untracked()
    }

    /// What is said of files.
    pub(crate) fn reports(self) -> FileReports {
        self.0.get_value().reports
    }

    /// Opens a catalogue file that the learner chose. That can be taken back.
    pub(super) fn open_own(self, name: &str, text: &str, read_as: Option<String>) {
        if self.0.get_value().centre.is_alone_now() {
            return self.refuse_file(name, wording::only_centre(), Vec::new());
        }
        let before = self.names();
        self.open(name, text, read_as);
        let now = self.names();
        let came = names_besides(&now, &before);
        if came.is_empty() {
            return;
        }
        let change = LibraryChange {
            instead_of: names_besides(&before, &now),
            ..LibraryChange::of(Operation::Open, Vec::new()).with_catalogues(came)
        };
        // Where it cannot be noted, the file is there all the same.
        let _ = (self.0.get_value().storage).with(|plans| plans.append_to_log(change));
        browser::announce_saved();
    }

    /// Opens the text of a catalogue file and keeps it in this browser; `read_as` says how it was read,
    /// where that leaves a doubt.
    pub(super) fn open(self, name: &str, text: &str, read_as: Option<String>) {
        let held = self.0.get_value();
        let reading = catalogue::read(text);
        held.readings
            .borrow_mut()
            .push((text.to_owned(), reading.clone()));
        let mut opened = OpenedCatalogue::read(name, &reading, read_as);
        if let Some(file) = reading.file.filter(|file| !file.qualifications.is_empty()) {
            opened.added = true;
            opened.unmet = unmet(&file, held.page.today());
            let keep = |plans: &SavedPlans<'_>| plans.keep_catalogue(&file.id, text);
            let is_kept = held.storage.with(keep).is_ok();
            if !is_kept {
                opened.trouble = Some(wording::FILE_NOT_KEPT.to_owned());
                held.unkept.borrow_mut().push(file);
            }
            self.read();
            if is_kept {
                browser::announce_saved();
            }
        }
        held.reports.report(Some(opened));
        held.tell();
    }

    /// Says that a file cannot be opened, and why.
    pub(super) fn refuse_file(self, name: &str, trouble: &str, problems: Vec<Problem>) {
        let refused = OpenedCatalogue::refused(name, trouble, problems);
        self.reports().report(Some(refused));
    }

    /// Reads every catalogue anew: the shipped ones, those that are kept, and the one that the host page
    /// names, or that alone. Where one is kept that was not read before, the reader is fetched first.
    pub(crate) fn read(self) {
        let held = self.0.get_value();
        let storage = held.storage;
        let kept_now = move || storage.with(|plans| plans.catalogues().unwrap_or_default());
        let kept = kept_now();
        let mut readings = held.readings.borrow_mut();
        readings.retain(|(text, _)| kept.iter().any(|one| one.text == *text));
        let is_read = |text: &String| readings.iter().any(|(known, _)| known == text);
        let texts = kept.iter().map(|one| one.text.clone());
        let unread: Vec<String> = texts.filter(|text| !is_read(text)).collect();
        drop(readings);
        if unread.is_empty() {
            self.gather(kept);
            if held.are_awaited.get_untracked() {
                held.are_awaited.set(false);
                held.tell();
            }
            return;
        }
        spawn_local(async move {
            let read = read_texts(unread.clone()).await;
            let Some(held) = self.0.try_get_value() else {
                return;
            };
            match read {
                Ok(read) => held
                    .readings
                    .borrow_mut()
                    .extend(unread.into_iter().zip(read)),
                Err(_) => held.reports.notice(Some(OpenedCatalogue::refused(
                    wording::KEPT_FILE,
                    wording::part_missing(),
                    Vec::new(),
                ))),
            }
            // What comes from another tab that tab has told of.
            let tells = held.are_awaited.get_untracked() && held.reports.has_noticed_nothing();
            if let Some(damaged) = damaged(&held.readings.borrow()).filter(|_| tells) {
                held.reports.notice(Some(damaged));
            }
            // Meanwhile one of them may have been removed.
            self.gather(kept_now());
            set_other(held.are_awaited, false);
            held.tell();
        });
    }

    /// Puts together what can be planned.
    fn gather(self, kept: Vec<KeptCatalogue>) {
        let held = self.0.get_value();
        let mut catalogue = Catalogue::default();
        let own = own_of(kept, &held.readings.borrow());
        if !held.centre.is_alone_now() {
            catalogue = held.shipped.clone();
            let own = own.iter().filter_map(|(_, file)| file.clone());
            for file in own.chain(held.unkept.borrow().iter().cloned()) {
                catalogue.add(file);
            }
        }
        if let Some(file) = held.centre.file() {
            catalogue.add(file);
        }
        held.own.set(own.into_iter().map(|(own, _)| own).collect());
        held.all.set(Arc::new(catalogue));
    }

    /// True until the catalogue files that are kept, or that the host page names, were looked at.
    pub(crate) fn are_awaited(self) -> bool {
        self.0.get_value().are_awaited.get()
    }

    /// Which there are is told once the part is there that reads them.
    pub(crate) fn await_part(self) {
        set_other(self.0.get_value().are_awaited, true);
    }

    /// The host page names another file: puts together what can be planned, and shows what was asked for.
    pub(crate) fn read_and_show(self) {
        self.read();
        self.0.get_value().tell();
    }

    /// Keeps in step with the files that are kept.
    pub(crate) fn keep_in_step(self) {
        for event in ["storage", browser::SAVED, "pageshow"] {
            browser::on_window(event, move || self.read_if_others());
        }
        if self.0.get_value().are_awaited.get_untracked() {
            self.read();
        } else {
            // The second copy may have brought one meanwhile.
            self.read_if_others();
        }
    }

    /// Reads them anew where another page, or the second copy, has brought or taken one since.
    fn read_if_others(self) {
        let Some(held) = self.0.try_get_value() else {
            return;
        };
        let now = held.storage.with(|plans| plans.catalogue_names().ok());
        let known = self.names();
        let is_known = |now: &[String]| {
            now.len() == known.len() && now.iter().all(|name| known.contains(name))
        };
        if now.is_some_and(|now| !is_known(&now)) {
            self.read_and_show();
        }
    }

    /// What the catalogue files are called that are kept here.
    fn names(self) -> Vec<String> {
        let names = |own: &Vec<OwnCatalogue>| own.iter().map(|one| one.kept.name.clone()).collect();
        self.0.get_value().own.with_untracked(names)
    }

    /// The catalogue files that are kept here.
    pub(crate) fn own(self) -> Vec<OwnCatalogue> {
        self.0.get_value().own.get()
    }

    /// True where any is kept here.
    pub(crate) fn has_own(self) -> bool {
        self.0.get_value().own.with(|own| !own.is_empty())
    }

    /// The names of those of these texts that are kept here.
    pub(super) fn own_of(self, texts: &[(String, String)]) -> Vec<String> {
        let own = self.0.get_value().own.get_untracked().into_iter();
        let here = own.filter(|one| texts.iter().any(|(_, text)| *text == one.kept.text));
        here.map(|one| one.kept.name).collect()
    }

    /// Removes one of them. It can be brought back.
    pub(crate) fn remove(self, name: &str) {
        let change =
            LibraryChange::of(Operation::Remove, Vec::new()).with_catalogues(vec![name.to_owned()]);
        let held = self.0.get_value();
        let apply = |plans: &SavedPlans<'_>| plans.apply(change.clone(), &PlanStorage::writer());
        let done = held.storage.with(apply);
        self.read();
        let words = |()| wording::library_changed(&change, false, "");
        held.notifications.show_done(done.map(words));
    }

    /// Offers one of them as a file.
    pub(crate) fn download(own: &OwnCatalogue) {
        let name = wording::file_name::catalogue(&own.kept.name);
        browser::download(&name, &own.kept.text);
    }
}
