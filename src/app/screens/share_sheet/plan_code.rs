//! The link as a picture for the camera of a phone.

use leptos::prelude::*;

use super::shared_link::SharedLink;
use crate::app::components::code::Code;
use crate::app::view::{Build, View, live};
use crate::exchange::qr;
use crate::wording::{self, label};

#[component]
pub(super) fn PlanCode(link: SharedLink) -> View {
    let picture = move || {
        let code = qr::code(&link.address())?;
        let picture = view! { <Code label=label::QR_CODE size=code.size() path=code.path() /> };
        Some(picture.built())
    };
    let words = move || match qr::code(&link.address()) {
        Some(_) => wording::POINT_CAMERA,
        None => wording::TOO_LARGE_FOR_CODE,
    };
    view! {
        <div class="qp-share-code">
            {live(picture)}
            <p class="qp-hint" prop:textContent=live(words)></p>
        </div>
    }
    .built()
}
