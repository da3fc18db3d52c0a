import { Failed, Loading } from "../../components/Stateful.tsx";
import { useSession } from "../../session/use-session.ts";
import { Welcome } from "./Welcome.tsx";
import { Work } from "./Work.tsx";

/** The start: for a stranger what this is, for a member what waits. */
export function HomePage() {
  const session = useSession();
  if (session.error && !session.data) return <Failed error={session.error} again={() => void session.refetch()} />;
  if (!session.data) return <Loading />;
  return session.data.person ? <Work session={session.data} /> : <Welcome />;
}
