#pragma once

namespace ctnn::compiler {

// A layer without parameters that runs on numbers side by side, here one at a time.
template <class Stage>
class direct_form {
public:
    static constexpr bool takes_arrays = false;

    constexpr direct_form() = default;
    template <class Parameters>
    constexpr explicit direct_form(Parameters const&) {}
    template <class Parameters>
    constexpr void store(Parameters&) const {}

    template <class X, class V>
    constexpr void forward(X const& x, V&& v) const {
        Stage::bound::run(x.data + 0, v.data + 0);
    }
    template <class X, class DV, class DX>
    constexpr void backward(X const&, DV const& dv, DX&& dx) const {
        Stage::bound::run_back(dv.data + 0, dx.data + 0);
    }
    template <class Rule, class X, class Kept, class DV, class... Memory>
    constexpr void update(Rule const&, X const&, Kept const&, DV const&, Memory&...) {}
    template <class X, class Kept, class DV>
    constexpr void accumulate(X const&, Kept const&, DV const&, direct_form&) const {}
    template <class Rule, class... Memory>
    constexpr void update_by(Rule const&, direct_form const&, Memory&...) {}
};

} // namespace ctnn::compiler
