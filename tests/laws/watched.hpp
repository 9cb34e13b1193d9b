#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <string>
#include <type_traits>

namespace own {

// What the machine called of watched layers since this was empty: a letter and the layer's number.
inline std::string calls;

// v = f x, by a layer that keeps a record and notes what is called: x forward without the record, f forward with it,
// u unwind, b backward, a accumulate_gradient. What is called out of order makes NaN, in the compiler as well.
template <int Number>
struct watched {
    template <class Scalar, std::size_t Inputs>
    struct bound {
        static constexpr std::size_t output_size = Inputs;
        using values = std::array<Scalar, Inputs>;

        struct parameters {
            std::array<Scalar, 1> factor{};
        };
        struct record {
            enum { forward_came, unwind_came, out_of_order } last;
        };

        static constexpr values forward(parameters const& p, values const& x) {
            note('x');
            return times(p, x, true);
        }
        static constexpr values forward(parameters const& p, values const& x, record& r) {
            note('f');
            r.last = record::forward_came;
            return times(p, x, true);
        }
        static constexpr void unwind(parameters const&, values const&, record& r, values const&) {
            note('u');
            r.last = r.last == record::forward_came ? record::unwind_came : record::out_of_order;
        }
        static constexpr values backward(parameters const& p, values const&, record const& r,
                                         values const& dv) {
            note('b');
            return times(p, dv, r.last == record::unwind_came);
        }
        static constexpr void accumulate_gradient(parameters const&, values const& x,
                                                  record const& r, values const& dv,
                                                  parameters& gradient) {
            note('a');
            for (std::size_t i = 0; i < Inputs; ++i)
                gradient.factor[0] +=
                    r.last == record::unwind_came ? x[i] * dv[i] : not_a_number<Scalar>;
        }

    private:
        template <class T>
        static constexpr T not_a_number = std::numeric_limits<T>::quiet_NaN();

        static constexpr values times(parameters const& p, values const& x, bool is_in_order) {
            values v{};
            for (std::size_t i = 0; i < Inputs; ++i)
                v[i] = is_in_order ? p.factor[0] * x[i] : not_a_number<Scalar>;
            return v;
        }
        static constexpr void note(char what) {
            if (!std::is_constant_evaluated())
                calls += {what, static_cast<char>('0' + Number)};
        }
    };
};

} // namespace own
