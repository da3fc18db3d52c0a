import { iso3166, iso3166alpha2, iso4217, iso3166999, mediatype, packagetype } from "./code-list.ts";
import * as content from "./content.ts";
import { couponcode, couponposoffer } from "./coupon.ts";
import * as date from "./date.ts";
import type { Check } from "./fault.ts";
import * as number from "./number.ts";

/** The checks of content by the names that the syntax dictionary gives them. */
export const CHECKS: Readonly<Record<string, Check>> = {
  csetnumeric: number.digits,
  cset82: number.set82,
  cset39: number.set39,
  cset64: number.set64,
  csum: number.csum,
  csumalpha: number.csumalpha,
  gcppos1: number.gcppos1,
  gcppos2: number.gcppos2,
  hasnondigit: number.hasnondigit,
  zero: number.zero,
  nonzero: number.nonzero,
  nozeroprefix: number.nozeroprefix,
  yymmdd: date.yymmdd,
  yymmd0: date.yymmd0,
  yyyymmdd: date.yyyymmdd,
  yyyymmd0: date.yyyymmd0,
  hh: date.hh,
  mi: date.mi,
  ss: date.ss,
  hhmi: date.hhmi,
  hyphen: content.hyphen,
  importeridx: content.importeridx,
  winding: content.winding,
  yesno: content.yesno,
  iso5218: content.iso5218,
  latitude: content.latitude,
  longitude: content.longitude,
  pcenc: content.pcenc,
  pieceoftotal: content.pieceoftotal,
  posinseqslash: content.posinseqslash,
  iban: content.iban,
  iso3166,
  iso3166999,
  iso3166alpha2,
  iso4217,
  mediatype,
  packagetype,
  couponcode,
  couponposoffer,
};
