/* Networks of ctnn in a program in C99. */
#include "own.h" /* made by ctnn_c_wrapper, like the others */
#include "pedal.h"
#include "policy.h"

#if POLICY_INPUTS != 10 || POLICY_OUTPUTS != 3 || PEDAL_INPUTS != 1 || PEDAL_STATE != 8 || OWN_INPUTS != 3
#error "The sizes are other ones."
#endif

int main(void) {
    static float const zeros[POLICY_INPUTS];
    static pedal_state state;
    float classes[POLICY_OUTPUTS], sum, first[PEDAL_OUTPUTS], second[PEDAL_OUTPUTS];
    double y[OWN_OUTPUTS];
    double x[OWN_INPUTS] = {1, 1, 2};
    float sample[PEDAL_INPUTS] = {0.5f};

    policy_run(zeros, classes);
    sum = classes[0] + classes[1] + classes[2];
    if (!(sum > 0.999f && sum < 1.001f))
        return 1;

    own_run(x, y);
    if (y[0] != 11.5)
        return 2;

    pedal_run(sample, first);
    pedal_step(&state, sample, second);
    if (first[0] != second[0])
        return 3;
    pedal_step(&state, sample, second); /* it remembers */
    return first[0] != second[0] ? 0 : 4;
}
