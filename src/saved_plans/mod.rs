//! Saved plans, and the protocol by which none is lost.
//!
//! [`Store`] is where plans are kept; its failures are values. [`encode`] and [`decode`] turn a
//! [`SavedPlan`] into text and back, with a checksum. [`SavedPlans`] gives every save a key of its own,
//! so that no save overwrites another, and reads each save back. Where two tabs changed a plan at the
//! same time, it makes a second plan. A [`Session`] is a plan that is open: what it calls saved is
//! saved. Nothing here knows a browser or a clock.

mod catalogue_store;
mod form;
mod keep;
mod log;
mod look;
mod name;
mod newer;
mod operation;
mod plans;
mod record;
mod removal;
mod save_keys;
mod session;
mod snapshot;
mod snapshot_json;
mod steps;
mod store;
mod version_vector;
mod whole;

pub use catalogue_store::{CATALOGUE, KeptCatalogue, delete_everything, everything};
pub use form::{FIRST, read_plan, schema_of};
pub use keep::{Resolved, first_of};
pub use log::{LibraryChange, Log, NewPlan};
pub use look::{FoundPlan, NewerPlan, Unreadable};
pub use name::{PlanId, Writer};
pub use newer::Newer;
pub use operation::Operation;
pub use plans::{ROOT, SavedPlans};
pub use record::{
    LONGEST, ReadError, SCHEMA, SavedPlan, checksum, decode, encode, is_ours, without_checksum,
};
pub use session::{Opened, Saving, Session};
pub use snapshot::{
    CatalogueDifference, CatalogueVersion, PlanSnapshot, UnitSnapshot, differences, hash_of,
};
pub use snapshot_json::{read_snapshot, snapshot_members};
pub use store::{Failure, Memory, Store};
