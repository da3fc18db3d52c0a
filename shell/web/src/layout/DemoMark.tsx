import { demonstrationMark } from "@quanheng/contract/messages/terms.ts";
import { useSession } from "../session/use-session.ts";

/** The mark on every page of a demonstration instance, in both languages whatever the reader's is. */
export function DemoMark() {
  const { data } = useSession();
  if (!data?.demo) return null;
  return (
    <p className="demo-mark" role="note">
      <strong lang="zh-CN">{demonstrationMark.zh}</strong>{" "}
      <span className="demo-mark-en" lang="en">
        {demonstrationMark.en}
      </span>
    </p>
  );
}
