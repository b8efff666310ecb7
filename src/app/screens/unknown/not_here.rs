//! The qualification is not here.

use leptos::prelude::*;

use crate::app::screens::catalogue::{CatalogueNotice, CentreNotice};
use crate::app::screens::{Main, Title};
use crate::app::stores::{Route, Stores};
use crate::app::view::{Build, View, pressed};
use crate::wording::{self, act, heading};

/// That, what is to be said of catalogues, and the way to those that are here.
#[component]
pub(super) fn NotHere(name: String) -> View {
    let stores = expect_context::<Stores>();
    let [before, behind] = wording::no_qualification_called(stores.centre().is_alone());
    let see_all = pressed(move || stores.router().go(&Route::Choose));
    let content = view! {
        <div class="qp-part">
            <Title text=heading::NO_QUALIFICATION.to_owned() />
            <CentreNotice />
            <CatalogueNotice />
            <p>{before}<strong>{name}</strong>{behind}</p>
            <button type="button" class="qp-button" on:click=see_all>
                {act::SEE_ALL_QUALIFICATIONS}
            </button>
        </div>
    };
    view! { <Main class="qp-screen qp-screen--narrow" content=content.built() /> }.built()
}
