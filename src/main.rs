//! The page's entry.

#[cfg(target_arch = "wasm32")]
fn main() {
    lantu::app::start();
}

/// The page runs in a browser only; `make serve` builds and serves it.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
