//! There is nothing to look at.

use leptos::prelude::*;

use crate::app::screens::{Main, Title};
use crate::app::stores::Stores;
use crate::app::view::{Build, View, pressed};
use crate::wording::act;

/// Why that is, what is kept, and the way on.
#[component]
pub(super) fn NotShown(
    title: &'static str,
    why: String,
    kept: &'static str,
    more: Option<View>,
) -> View {
    let stores = expect_context::<Stores>();
    let see_all = pressed(move || stores.router().go_home());
    let content = view! {
        <div class="qp-part">
            <Title text=title.to_owned() />
            <p>{why}</p>
            <p>{kept}</p>
            <div class="qp-actions">
                {more}
                <button type="button" class="qp-button" on:click=see_all>
                    {act::SEE_ALL_QUALIFICATIONS}
                </button>
            </div>
        </div>
    };
    view! { <Main class="qp-screen qp-screen--narrow" content=content.built() /> }.built()
}
