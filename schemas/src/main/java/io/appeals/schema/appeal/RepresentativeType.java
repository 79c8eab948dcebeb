package io.appeals.schema.appeal;

/** Who stands up for the seller. */
public enum RepresentativeType {
    SUPPORT,
    LAWYER,
    CONSULTANT,
    INTEGRATOR
}
