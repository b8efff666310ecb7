//! Drafts: plans as they are kept between visits, and the protocol by which none is lost.
//!
//! [`Store`] is where drafts are kept; its failures are values. [`encode`] and [`decode`] turn a [`Draft`] into
//! text and back, with a checksum. [`drafts`] gives every save a key of its own, so that none is written over.
//! It reads each save back, and makes a second draft where two tabs changed one at the same time. A [`Session`]
//! is a draft that is open: what it calls saved is saved. Nothing here knows a browser or a clock.

mod beside;
mod deed;
mod drafts;
mod form;
mod gone;
mod keep;
mod log;
mod look;
mod name;
mod packing;
mod parcel;
mod places;
mod record;
mod seen;
mod session;
mod steps;
mod store;

pub use beside::{CATALOGUE, KeptCatalogue, delete_everything, everything};
pub use deed::Deed;
pub use drafts::{Drafts, ROOT};
pub use form::{FIRST, read_plan, schema_of};
pub use keep::{Settled, first_of};
pub use log::{Coming, Log, Turn};
pub use look::{Found, NewerDraft, Unreadable};
pub use name::{DraftId, Writer};
pub use packing::{parcel_members, read_parcel};
pub use parcel::{Difference, Edition, Parcel, UnitFacts, differences, mark_of};
pub use record::{
    Draft, Fault, LONGEST, Newer, SCHEMA, checksum, decode, encode, is_ours, without_checksum,
};
pub use session::{Opened, Saving, Session};
pub use store::{Failure, Memory, Store};
