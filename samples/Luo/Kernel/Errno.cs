using System.Globalization;

namespace Luo.Kernel;

/// <summary>Error results as the kernel returns them: negative integers, zero for success.</summary>
internal static class Errno
{
    public const int ENOENT = -2;
    public const int EIO = -5;
    public const int E2BIG = -7;
    public const int EBADF = -9;
    public const int EAGAIN = -11;
    public const int ENOMEM = -12;
    public const int EFAULT = -14;
    public const int EBUSY = -16;
    public const int EEXIST = -17;
    public const int ENODEV = -19;
    public const int EINVAL = -22;
    public const int EMFILE = -24;
    public const int ENOSPC = -28;
    public const int ENODATA = -61;
    public const int EOPNOTSUPP = -95;

    /// <summary>Known number, other command word; user space sees it as ENOTTY.</summary>
    public const int ENOIOCTLCMD = -515;

    private static readonly Dictionary<int, string> s_names = new()
    {
        [ENOENT] = nameof(ENOENT),
        [EIO] = nameof(EIO),
        [E2BIG] = nameof(E2BIG),
        [EBADF] = nameof(EBADF),
        [EAGAIN] = nameof(EAGAIN),
        [ENOMEM] = nameof(ENOMEM),
        [EFAULT] = nameof(EFAULT),
        [EBUSY] = nameof(EBUSY),
        [EEXIST] = nameof(EEXIST),
        [ENODEV] = nameof(ENODEV),
        [EINVAL] = nameof(EINVAL),
        [EMFILE] = nameof(EMFILE),
        [ENOSPC] = nameof(ENOSPC),
        [ENODATA] = nameof(ENODATA),
        [EOPNOTSUPP] = nameof(EOPNOTSUPP),
        [ENOIOCTLCMD] = nameof(ENOIOCTLCMD),
    };

    /// <summary>The result as people write it: <c>-EBUSY</c>, <c>0</c>.</summary>
    public static string Name(int result) =>
        s_names.TryGetValue(result, out string? name) ? "-" + name : result.ToString(CultureInfo.InvariantCulture);
}
