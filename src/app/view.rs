//! Views that are built once.
//!
//! Leptos makes for each shape of view the code to build it and the code to rebuild it in place. The second is what
//! weighs: 44 bytes of brotli a line of `view!`, where one by hand weighs 13. A planner hardly needs it: its elements stand.
//! So each component ends in [`Build::built`], which keeps what follows signals and gives the element: 23 bytes a line.
//!
//! What follows signals is boxed by [`live`], what hears events by [`heard`]: their code is there once for each type. A
//! live text is a property, `prop:textContent=live(…)`, for a page translator replaces text nodes.

use leptos::attr::Attribute;
use leptos::prelude::{LocalStorage, StoredValue};
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::prelude::{AddAnyAttr, Mountable, Render, RenderHtml};
use leptos::tachys::view::{Position, PositionState};
use send_wrapper::SendWrapper;
use web_sys::{Element, MouseEvent, Node};

/// An element that was built.
#[derive(Clone)]
pub(super) struct View(SendWrapper<Element>);

impl View {
    /// The element itself, for what only the browser can do with it.
    pub(super) fn element(&self) -> &Element {
        &self.0
    }

    /// Puts a view in place of what is in this one.
    pub(super) fn fill(&self, with: &Self) {
        self.0.replace_children_with_node_1(&with.0);
    }
}

/// What can be built once.
pub(super) trait Build {
    /// Builds it; what follows signals in it goes with the owner.
    fn built(self) -> View;
}

impl<V: Render<State: 'static>> Build for V {
    fn built(self) -> View {
        // `rebuild` is named nowhere, so no code is made for it.
        let state = self.build();
        let element = state.elements().into_iter().next();
        keep(Box::new(state), element)
    }
}

/// Anything that is only kept. `Any` has a function, which would be there once for each view.
trait Kept {}
impl<T> Kept for T {}

fn keep(state: Box<dyn Kept>, element: Option<Element>) -> View {
    StoredValue::<_, LocalStorage>::new_local(state);
    // Every view of this planner is an element.
    let element = element.unwrap_or_else(|| std::process::abort());
    View(SendWrapper::new(element))
}

/// A value that follows signals.
pub(super) type Live<T> = Box<dyn FnMut() -> T + Send>;

/// Boxes what follows signals.
pub(super) fn live<T>(value: impl FnMut() -> T + Send + 'static) -> Live<T> {
    Box::new(value)
}

/// What hears events.
pub(super) type Heard<E> = Box<dyn FnMut(E)>;

/// Boxes what hears events.
pub(super) fn heard<E>(hear: impl FnMut(E) + 'static) -> Heard<E> {
    Box::new(hear)
}

/// Boxes what is done on a click.
pub(super) fn pressed(mut press: impl FnMut() + 'static) -> Heard<MouseEvent> {
    heard(move |_| press())
}

impl Render for View {
    type State = Self;

    fn build(self) -> Self {
        self
    }

    fn rebuild(self, state: &mut Self) {
        let _ = state.0.replace_with_with_node_1(&self.0);
        *state = self;
    }
}

impl Mountable for View {
    fn unmount(&mut self) {
        self.0.remove();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        let _ = parent.insert_before(&self.0, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let mount = |parent: Element| child.mount(&parent, Some(&self.0));
        self.0.parent_element().map(mount).is_some()
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.0.clone().take()]
    }
}

impl RenderHtml for View {
    type AsyncOutput = Self;
    type Owned = Self;
    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        _: &mut String,
        _: &mut Position,
        _: bool,
        _: bool,
        _: Vec<AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Self {
        self
    }

    fn into_owned(self) -> Self {
        self
    }
}

impl AddAnyAttr for View {
    type Output<A: Attribute> = Self;

    fn add_any_attr<A: Attribute>(self, _: A) -> Self {
        self
    }
}
