//! Saved plans: plans as they are kept between visits, and the protocol by which none is lost.
//!
//! [`Store`] is where saved plans are kept; its failures are values. [`encode`] and [`decode`] turn a [`SavedPlan`] into
//! text and back, with a checksum. [`plans`] gives every save a key of its own, so that none is written over.
//! It reads each save back, and makes a second saved plan where two tabs changed one at the same time. A [`Session`]
//! is a saved plan that is open: what it calls saved is saved. Nothing here knows a browser or a clock.

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

pub use catalogue_store::{CATALOGUE, KeptCatalogue, delete_everything, everything};
pub use form::{FIRST, read_plan, schema_of};
pub use keep::{Resolved, first_of};
pub use log::{LibraryChange, Log, NewPlan};
pub use look::{Found, NewerPlan, Unreadable};
pub use name::{PlanId, Writer};
pub use newer::Newer;
pub use operation::Operation;
pub use plans::{ROOT, SavedPlans};
pub use record::{
    Fault, LONGEST, SCHEMA, SavedPlan, checksum, decode, encode, is_ours, without_checksum,
};
pub use session::{Opened, Saving, Session};
pub use snapshot::{
    CatalogueVersion, Difference, PlanSnapshot, UnitSnapshot, differences, hash_of,
};
pub use snapshot_json::{read_snapshot, snapshot_members};
pub use store::{Failure, Memory, Store};
