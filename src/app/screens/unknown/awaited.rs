//! The qualification may come with the file of the centre.

use leptos::prelude::*;

use crate::app::screens::{Main, Title};
use crate::app::view::{Build, View};
use crate::wording::{self, heading};

/// The file of the centre, which may have it, is on its way.
#[component]
pub(super) fn Awaited() -> View {
    let content = view! {
        <div class="qp-part">
            <Title text=heading::ONE_MOMENT.to_owned() />
            <p role="status">{wording::centre_awaited()}</p>
        </div>
    };
    view! { <Main class="qp-screen qp-screen--narrow" content=content.built() /> }.built()
}
