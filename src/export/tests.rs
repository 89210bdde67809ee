//! Files of samples and of the seeds, as their readers get them.
