-- Purpose: how many standard errors an 80% interval reaches to either side: the 0.9 quantile of Student's t.
-- Parameter: freedom, degrees of freedom, 1 to 40. Returns: double, six decimals exact; null outside.
create or replace macro interval_factor(freedom) as
    [
        3.077684, 1.885618, 1.637744, 1.533206, 1.475884, 1.439756, 1.414924, 1.396815, 1.383029, 1.372184,
        1.363430, 1.356217, 1.350171, 1.345030, 1.340606, 1.336757, 1.333379, 1.330391, 1.327728, 1.325341,
        1.323188, 1.321237, 1.319460, 1.317836, 1.316345, 1.314972, 1.313703, 1.312527, 1.311434, 1.310415,
        1.309464, 1.308573, 1.307737, 1.306952, 1.306212, 1.305514, 1.304854, 1.304230, 1.303639, 1.303077
    ][freedom]::double
