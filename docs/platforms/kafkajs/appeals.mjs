// Made-up cases: each is enforced by the marketplace, opened, given an invoice and submitted by the seller. Put your own here.
import { createHash } from 'node:crypto';

const NAMESPACE = Buffer.from('6f0b7a525d3c5c8e9d610f4b9c1e7a30', 'hex');

/** The appeal's id is a version 5 UUID of sellerId|TYPE|reference: anybody can compute it. */
export function appealId(sellerId, type, reference) {
  const hash = createHash('sha1').update(NAMESPACE).update(`${sellerId}|${type}|${reference}`).digest().subarray(0, 16);
  hash[6] = (hash[6] & 0x0f) | 0x50;
  hash[8] = (hash[8] & 0x3f) | 0x80;
  return hash.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
}

/** The commands of one case, in the order in which they are to be decided. Ids name them for ever: they must not change. */
export function commandsOf(run, number) {
  const sellerId = `S-${run}-${number % 50}`;
  const subject = {
    type: 'LISTING',
    reference: `L-${run}-${number}`,
    orderIds: [],
    transactionIds: [],
    listingIds: [],
    amount: null,
  };
  const platform = { type: 'PLATFORM', id: 'market' };
  const seller = { type: 'SELLER', id: sellerId };
  const issue = (name, actor, type, content) => ({
    commandId: `${run}-${number}-${name}`,
    appealId: appealId(sellerId, subject.type, subject.reference),
    actor,
    issuedAt: Date.now(),
    type,
    [type[0].toLowerCase() + type.slice(1)]: content,
  });
  return [
    issue('enforce', platform, 'RecordEnforcement', {
      sellerId,
      subject,
      restriction: 'LISTING_REMOVED',
      decisionGround: 'Terms of sale, 4.2',
      facts: 'Three buyers reported a counterfeit.',
    }),
    issue('open', seller, 'OpenAppeal', {
      sellerId,
      subject,
      category: 'PRODUCT_AUTHENTICITY',
      statement: 'The goods were bought from the brand itself; the invoice is attached.',
      desiredRemedies: ['LISTING_REINSTATED'],
    }),
    issue('invoice', seller, 'AttachEvidence', {
      evidenceId: 'invoice-1',
      kind: 'PURCHASE_INVOICE',
      fileName: 'invoice.pdf',
      contentType: 'application/pdf',
      sizeBytes: 48213,
      sha256: createHash('sha256').update(subject.reference).digest('hex'),
      location: `https://files.example/${subject.reference}.pdf`,
    }),
    issue('submit', seller, 'SubmitAppeal', { truthDeclaration: { accepted: true, signer: 'A. Seller' } }),
  ];
}
