//! `lantu package`: the whole data set as a Frictionless data package, as the page offers it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

#[derive(Args)]
pub struct Package {
    /// The folder to write to; it is made where it is missing.
    directory: PathBuf,
    /// Where the explorer stands, for the links: `https://example.org/lantu/`. Without it links are
    /// hash routes.
    #[arg(long, value_name = "URL", default_value = "")]
    site: String,
}

pub fn run(options: &Package) -> ExitCode {
    match write(&options.directory, &options.site) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn write(directory: &Path, site: &str) -> Result<(), String> {
    let failed = |path: &Path, error| format!("{}: {error}", path.display());
    fs::create_dir_all(directory).map_err(|error| failed(directory, error))?;
    for file in lantu::export::files(&lantu::whole_bundle(), site) {
        let path = directory.join(&file.name);
        fs::write(&path, &file.bytes).map_err(|error| failed(&path, error))?;
    }
    Ok(())
}
