import { readFile, statfs } from 'node:fs/promises';

/** File systems of other machines by their magic number (statfs(2), Linux): locks and shared memory are not theirs. */
const BY_MAGIC: Readonly<Record<number, string>> = {
  0x6969: 'NFS',
  0x517b: 'SMB',
  0xff534d42: 'CIFS',
  0xfe534d42: 'SMB2',
  0x01021997: '9p',
  0x5346414f: 'AFS',
  0x6b414653: 'AFS',
  0x73757245: 'Coda',
  0x00c36400: 'Ceph',
  0x0bd00bd0: 'Lustre',
  0x47504653: 'GPFS',
};
const FUSE = 0x65735546;

/** FUSE has one number for all of its file systems; the mount table names them. */
const OVER_FUSE = /^fuse\.(?:sshfs|s3fs|goofys|gcsfuse|rclone|glusterfs|ceph|cephfs|davfs|curlftpfs|juicefs|mount-s3)/;

/** Names the network file system of a directory; `undefined` where it is a local one, or nothing says which it is. */
export async function networkFileSystem(directory: string): Promise<string | undefined> {
  // The numbers are those of Linux; other systems have numbers of their own, which change between releases.
  if (process.platform !== 'linux') return undefined;
  // A driver may return the number sign-extended.
  const magic = Number(BigInt.asUintN(32, (await statfs(directory, { bigint: true })).type));
  if (magic !== FUSE) return BY_MAGIC[magic];
  const type = mountType(await readFile('/proc/self/mountinfo', 'utf8').catch(() => ''), directory);
  return type !== undefined && OVER_FUSE.test(type) ? type : undefined;
}

/** The type of the file system that a directory is on, from the lines of `/proc/self/mountinfo`. */
export function mountType(mountinfo: string, directory: string): string | undefined {
  const mounts = mountinfo.split('\n').flatMap((line) => {
    const [before = '', after = ''] = line.split(' - ');
    const point = before
      .split(' ')[4]
      ?.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
    const [type] = after.split(' ');
    return point !== undefined && type ? [{ point, type }] : [];
  });
  const around = mounts.filter(({ point }) => `${directory}/`.startsWith(point.endsWith('/') ? point : `${point}/`));
  // The innermost; of several on one point the last one covers the others.
  return around.sort((a, b) => a.point.length - b.point.length).at(-1)?.type;
}
