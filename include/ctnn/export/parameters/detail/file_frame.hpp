#pragma once

namespace ctnn::detail {

// What a file of parameters has besides its numbers. Each format specializes it:
//
//   write(to, tensors, places)     writes it, and leaves the numbers of tensor i at places[i]
//   finish(file, tensors, places)  writes what depends on the numbers, when these are there
template <class Format>
struct file_frame;

} // namespace ctnn::detail
