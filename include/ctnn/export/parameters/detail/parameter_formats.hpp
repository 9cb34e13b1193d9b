#pragma once

namespace ctnn {

// The formats, as import/ has them, too: only their names are needed to write files.
struct safetensors;
struct npz;

} // namespace ctnn
