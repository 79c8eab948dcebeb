package io.appeals.schema.appeal;

/**
 * The seller's word that the appeal is true.
 *
 * @param signer the name of the person who declares
 */
public record TruthDeclaration(boolean accepted, String signer) {}
