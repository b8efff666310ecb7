//! A plan on its way out of the planner and in again: links, files, tables, calendars.
//!
//! What is read has its limit before anything is looked at, and nothing of it is dropped without
//! being named. What is written is safe in the program that opens it. The words in tables and
//! calendars are made in `wording`; nothing here knows a browser or a clock.

pub mod calendar;
mod contents;
mod everything;
pub mod file;
pub mod link;
pub mod qr;
pub mod sheet;
