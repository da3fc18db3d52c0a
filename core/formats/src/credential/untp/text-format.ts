/**
 * Whether a text is in a format; a format without rule takes every text.
 *
 * @example isInFormat("did:web:qi.example", "uri") // → true (a DID is a URI)
 * @example isInFormat("2026-02-30", "date") // → false (February has no 30th day)
 * @example isInFormat("2026-11-25T08:00:00", "date-time") // → false (RFC 3339 asks for the offset)
 * @source RFC 3986, 4.3; RFC 3339, 5.6; RFC 4648, 4; XML Schema 1.1 part 2, 3.3.7 (`xsd-date-time`)
 */
export function isInFormat(text: string, format: string): boolean {
  switch (format) {
    case "uri":
      return isUri(text);
    case "date":
      return isDate(text);
    case "date-time":
      return isDateTime(text);
    case "xsd-date-time":
      return XSD_DATE_TIME.test(text);
    case "byte":
      return BASE64.test(text);
    default:
      return true;
  }
}

/** A scheme, then something, and only characters of a URI; `%` stands before two hexadecimal digits. */
function isUri(text: string): boolean {
  const parts = /^([a-z][a-z0-9+.-]*):(\/\/([^/?#]*))?([^?#]*)(\?[^#]*)?(#(.*))?$/i.exec(text);
  if (!parts || !/^(?:[a-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9a-f]{2})*$/i.test(text)) return false;
  const [, , authority, host = "", path = "", , , fragment = ""] = parts;
  if (/[[\]]/.test(path) || /[#[\]]/.test(fragment)) return false;
  if (authority === undefined) return path !== "" && !path.startsWith("//");
  return /^(?:[^@[\]]*@)?(?:\[[0-9a-f:.v]+\]|[^:@[\]]*)(?::\d*)?$/i.test(host);
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
  return day >= 1 && day <= days;
}

function isDateTime(text: string): boolean {
  const parts = /^([\d-]{10})[T ](\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:z|([+-])(\d{2}):?(\d{2})?)$/i.exec(text);
  if (!parts || !isDate(parts[1] ?? "")) return false;
  const [hour, minute, second] = [Number(parts[2]), Number(parts[3]), Number(parts[4])];
  const [offsetHour, offsetMinute] = [Number(parts[6] ?? 0), Number(parts[7] ?? 0)];
  if (hour > 23 || minute > 59 || second > 60 || offsetHour > 23 || offsetMinute > 59) return false;
  if (second < 60) return true;
  // A leap second stands at the end of a day in UTC.
  const sign = parts[5] === "-" ? 1 : -1;
  const inUtc = hour * 60 + minute + sign * (offsetHour * 60 + offsetMinute);
  return ((inUtc % 1440) + 1440) % 1440 === 23 * 60 + 59;
}

const XSD_DATE_TIME =
  /^-?([1-9][0-9]{3,}|0[0-9]{3})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T(([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?|24:00:00(\.0+)?)(Z|[+-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00))$/;

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
