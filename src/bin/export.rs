//! `export.wasm`: what a first visit does without, behind two C functions and without any glue.
//!
//! It is built of the library's modules and not of the library itself, whose page needs imports from
//! the browser. This wasm has none, which `pack` checks; `export.json` names what its callers use.
#![allow(dead_code, unused_imports)] // the page and the command line use the rest

#[path = "../address.rs"]
mod address;
#[path = "../chart/mod.rs"]
mod chart;
#[path = "../export/mod.rs"]
mod export;
#[path = "../insight/mod.rs"]
mod insight;
#[path = "../order.rs"]
mod order;
#[path = "../page/mod.rs"]
mod page;
#[path = "../plan/mod.rs"]
mod plan;
#[path = "../words/mod.rs"]
mod words;

/// Room for `length` bytes of input, which [`run`] takes back.
#[unsafe(no_mangle)]
pub extern "C" fn alloc(length: usize) -> *mut u8 {
    Box::leak(vec![0; length].into_boxed_slice()).as_mut_ptr()
}

/// Answers a request with four bytes of length, low byte first, and a packed `Result<File, String>`.
/// The reply stays until the instance goes: one serves one request.
///
/// # Safety
/// Both inputs are filled rooms of [`alloc`], with their lengths.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn run(
    bundle: *mut u8,
    bundle_length: usize,
    request: *mut u8,
    request_length: usize,
) -> *const u8 {
    let taken = |room: *mut u8, length| {
        // SAFETY: the caller hands over what `alloc` leaked, whole.
        unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(room, length)) }
    };
    let reply = export::answer(
        &taken(bundle, bundle_length),
        &taken(request, request_length),
    );
    let length = reply.len() as u32;
    let framed = [&length.to_le_bytes(), reply.as_slice()].concat();
    Box::leak(framed.into_boxed_slice()).as_ptr()
}

/// Nothing runs by itself.
fn main() {}
