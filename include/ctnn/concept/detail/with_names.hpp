#pragma once

namespace ctnn::detail {

// A part that has the names of Names a second time, which makes those ambiguous that the part has: also a private one, or
// a function that takes something else. So `!requires { &with_names<Part, Names>::name; }` tells whether the part has a
// member `name`, whatever that is. (Not of a class that is final.)
template <class Part, class Names>
struct with_names : Part, Names {};

} // namespace ctnn::detail
