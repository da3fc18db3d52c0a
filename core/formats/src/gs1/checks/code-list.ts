import { isMediaType, isPackageType } from "../lists/carriers.ts";
import { isCountry2, isCountry3 } from "../lists/countries.ts";
import { isCurrency } from "../lists/currencies.ts";
import type { CheckCode } from "./codes.ts";
import { type Check, fault } from "./fault.ts";

export const iso3166: Check = listed(isCountry3, "not-iso3166");
export const iso3166999: Check = listed((code) => code === "999" || isCountry3(code), "not-iso3166-or-999");
export const iso3166alpha2: Check = listed(isCountry2, "not-iso3166-alpha2");
export const iso4217: Check = listed(isCurrency, "not-iso4217");
export const mediatype: Check = listed(isMediaType, "invalid-media-type");
export const packagetype: Check = listed(isPackageType, "invalid-package-type");

function listed(isListed: (code: string) => boolean, code: CheckCode): Check {
  return (value, from, to) => (isListed(value.slice(from, to)) ? undefined : fault(code, from, to));
}
