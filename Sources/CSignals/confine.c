#define _GNU_SOURCE

#include "Confinement.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define LONGEST_VALUE 128
#define MOST_KEPT 16

/// Returns the part of a value that can be the name of a terminal or a locale. The caller frees it.
static char *name_in(const char *value) {
  size_t length = 0;
  while (length < LONGEST_VALUE && value[length] > 0x20 && value[length] < 0x7F && value[length] != '/') length++;
  return strndup(value, length);
}

void qj_environment_keep(const char *const *kept) {
  char *values[MOST_KEPT] = {NULL};
  for (size_t i = 0; i < MOST_KEPT && kept[i] != NULL; i++) {
    const char *value = getenv(kept[i]);
    if (value != NULL) values[i] = name_in(value);
  }
  clearenv();
  for (size_t i = 0; i < MOST_KEPT && kept[i] != NULL; i++) {
    if (values[i] != NULL) setenv(kept[i], values[i], 1);
    free(values[i]);
  }
}

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#ifdef ARCHITECTURE

static const uint32_t denied[] = {
    // Programs and other processes.
    SYS_execve, SYS_execveat, SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_kill, SYS_pidfd_open,
    SYS_pidfd_send_signal, SYS_pidfd_getfd,
    // Connections.
    SYS_socketpair, SYS_connect, SYS_bind, SYS_listen,
    // Files.
    SYS_mkdirat, SYS_mknodat, SYS_unlinkat, SYS_linkat, SYS_symlinkat, SYS_renameat2, SYS_truncate, SYS_ftruncate,
    SYS_fallocate, SYS_fchmod, SYS_fchmodat, SYS_fchown, SYS_fchownat, SYS_setxattr, SYS_lsetxattr, SYS_fsetxattr,
    SYS_utimensat, SYS_memfd_create, SYS_open_by_handle_at,
    // The whole machine.
    SYS_mount, SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_unshare, SYS_setns, SYS_bpf, SYS_userfaultfd,
    SYS_perf_event_open, SYS_keyctl, SYS_add_key, SYS_request_key, SYS_io_uring_setup, SYS_init_module,
    SYS_finit_module, SYS_kexec_load,
#ifdef __x86_64__
    SYS_fork, SYS_vfork, SYS_creat, SYS_mkdir, SYS_mknod, SYS_unlink, SYS_rmdir, SYS_link, SYS_symlink, SYS_rename,
    SYS_chmod, SYS_chown, SYS_lchown, SYS_utime, SYS_utimes,
#endif
#ifdef SYS_renameat
    SYS_renameat,
#endif
};

// The C library falls back to an older call for these, whose arguments the filter can inspect.
static const uint32_t missing[] = {SYS_clone3, SYS_openat2};

#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)offsetof(struct seccomp_data, field))
// Loads the lower half of an argument, which contains all flags.
#define LOAD_ARGUMENT(n) \
  BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)(offsetof(struct seccomp_data, args) + (n) * sizeof(uint64_t)))
#define IF_EQUAL(value, steps_else) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)(value), 0, steps_else)
#define IF_ANY(bits, steps_else) BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, (uint32_t)(bits), 0, steps_else)
#define ANSWER(value) BPF_STMT(BPF_RET | BPF_K, (uint32_t)(value))
#define REFUSE(number) ANSWER(SECCOMP_RET_ERRNO | (number))

static int install_filter(bool may_notify) {
  struct sock_filter filter[256];
  size_t count = 0;
#define ADD(...)                                         \
  do {                                                   \
    const struct sock_filter steps[] = {__VA_ARGS__};    \
    if (count + sizeof steps / sizeof *steps > 256) return -1; \
    memcpy(filter + count, steps, sizeof steps);         \
    count += sizeof steps / sizeof *steps;               \
  } while (0)

  // System calls of another architecture have other numbers.
  ADD(LOAD(arch), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0), REFUSE(EPERM), LOAD(nr));
#ifdef __x86_64__
  ADD(BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1), REFUSE(EPERM));
#endif
  for (size_t i = 0; i < sizeof denied / sizeof *denied; i++) ADD(IF_EQUAL(denied[i], 1), REFUSE(EPERM));
  for (size_t i = 0; i < sizeof missing / sizeof *missing; i++) ADD(IF_EQUAL(missing[i], 1), REFUSE(ENOSYS));
  const uint32_t writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;
  ADD(IF_EQUAL(SYS_openat, 4), LOAD_ARGUMENT(2), IF_ANY(writing, 1), REFUSE(EPERM), ANSWER(SECCOMP_RET_ALLOW));
#ifdef __x86_64__
  ADD(IF_EQUAL(SYS_open, 4), LOAD_ARGUMENT(1), IF_ANY(writing, 1), REFUSE(EPERM), ANSWER(SECCOMP_RET_ALLOW));
#endif
  // A datagram to the service manager needs a Unix socket. The list above denies connections on it.
  if (may_notify) {
    ADD(IF_EQUAL(SYS_socket, 4), LOAD_ARGUMENT(0), IF_EQUAL(AF_UNIX, 1), ANSWER(SECCOMP_RET_ALLOW), REFUSE(EPERM));
  } else {
    ADD(IF_EQUAL(SYS_socket, 1), REFUSE(EPERM));
  }
  // Allows threads of this process, and no new processes.
  ADD(IF_EQUAL(SYS_clone, 4), LOAD_ARGUMENT(0), IF_ANY(CLONE_THREAD, 1), ANSWER(SECCOMP_RET_ALLOW), REFUSE(EPERM));
  // TIOCSTI would type into the shell from which the program was started.
  ADD(IF_EQUAL(SYS_ioctl, 4), LOAD_ARGUMENT(1), IF_EQUAL(TIOCSTI, 1), REFUSE(EPERM), ANSWER(SECCOMP_RET_ALLOW));
  ADD(ANSWER(SECCOMP_RET_ALLOW));

  struct sock_fprog program = {.len = (unsigned short)count, .filter = filter};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0 ? 0 : -1;
}

#else

static int install_filter(bool may_notify) {
  (void)may_notify;
  return -1;
}

#endif

static int confine(bool may_notify) {
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  umask(077);
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
  return install_filter(may_notify);
}

int qj_confine(void) { return confine(false); }

int qj_confine_service(void) { return confine(true); }
