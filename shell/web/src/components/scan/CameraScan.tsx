import { useEffect, useRef, useState } from "react";
import { useText } from "../../i18n/catalogue.ts";
import { scanText } from "../../i18n/scan.ts";
import { ActionButton } from "../ActionButton.tsx";
import { Dialog } from "../Dialog.tsx";
import { FileDrop } from "../FileDrop.tsx";
import { Note } from "../ProblemAlert.tsx";
import { openReader } from "./read-picture.ts";
import "./scan.css";

/** Pause between two looks: a code is held still for longer. [ms] */
const PAUSE_MS = 150;
const MOST_BYTES = 20 * 1024 * 1024;

type Trouble = "no-camera" | "no-reader" | "no-code";

/** A button that opens the camera and gives what it read, as a hand scanner would send it; a picture will do as well. */
export function CameraScan({ onScan }: { readonly onScan: (sent: string) => void }) {
  const text = useText(scanText);
  const [open, setOpen] = useState(false);
  return (
    <>
      <ActionButton onClick={() => setOpen(true)}>{text("camera")}</ActionButton>
      <Dialog
        title={text("camera.title")}
        open={open}
        close={() => setOpen(false)}
        footer={<ActionButton onClick={() => setOpen(false)}>{text("camera.close")}</ActionButton>}
      >
        <Camera
          onScan={(sent) => {
            setOpen(false);
            onScan(sent);
          }}
        />
      </Dialog>
    </>
  );
}

function Camera({ onScan }: { readonly onScan: (sent: string) => void }) {
  const text = useText(scanText);
  const video = useRef<HTMLVideoElement>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const found = useRef(onScan);
  found.current = onScan;
  useEffect(() => {
    const control = new AbortController();
    void watch(video.current, control.signal, (sent) => found.current(sent)).catch((error: unknown) => {
      if (!control.signal.aborted) setTrouble(error instanceof CameraError ? "no-camera" : "no-reader");
    });
    return () => control.abort();
  }, []);
  const take = (picture: File) => {
    setTrouble(null);
    openReader()
      .then((read) => read(picture))
      .then(
        (sent) => (sent === undefined ? setTrouble("no-code") : onScan(sent)),
        () => setTrouble("no-reader"),
      );
  };
  return (
    <div className="stack">
      <p>{text("camera.lead")}</p>
      {trouble !== "no-camera" && (
        <video ref={video} className="scan-video" muted playsInline aria-label={text("camera.title")} />
      )}
      {trouble && <Note>{text(`camera.${trouble}`)}</Note>}
      <FileDrop label={text("camera.picture")} accept="image/*" maxBytes={MOST_BYTES} camera onFile={take} />
    </div>
  );
}

/** There is no camera, or the reader did not allow it. */
class CameraError extends Error {}

/** Looks through the camera until a code is read or the reader closes it; the camera is always given back. */
async function watch(
  video: HTMLVideoElement | null,
  signal: AbortSignal,
  onFound: (sent: string) => void,
): Promise<void> {
  if (!video) return;
  const stream = await openCamera();
  try {
    if (signal.aborted) return;
    video.srcObject = stream;
    await video.play();
    const read = await openReader();
    const canvas = document.createElement("canvas");
    const pen = canvas.getContext("2d", { willReadFrequently: true });
    while (!signal.aborted && pen) {
      const { videoWidth: width, videoHeight: height } = video;
      if (width > 0) {
        canvas.width = width;
        canvas.height = height;
        pen.drawImage(video, 0, 0);
        const sent = await read(pen.getImageData(0, 0, width, height));
        if (sent !== undefined && !signal.aborted) return onFound(sent);
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
}

async function openCamera(): Promise<MediaStream> {
  try {
    return await navigator.mediaDevices.getUserMedia({
      video: { facingMode: "environment", width: { ideal: 1280 } },
      audio: false,
    });
  } catch {
    throw new CameraError("no camera");
  }
}
