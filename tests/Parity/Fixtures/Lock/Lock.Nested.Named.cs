// The names are given where the locks are made, and reports use them.
using LockGraph;

namespace Parity.LockNestedNamed;

public sealed class Secretary
{
    private readonly TrackedLock _desk = new("office.desk");
    private readonly TrackedLock _archive = new("office.archive");
    private int _letters;

    public static void Run()
    {
        var secretary = new Secretary();
        secretary.File(2);
        secretary.Fetch();
    }

    public void File(int letters)
    {
        using (_desk.EnterScope())
        {
            using (_archive.EnterScope()) // expect-any: LG1002 office.archive > office.desk
            {
                _letters += letters;
            }
        }
    }

    public void Fetch()
    {
        using (_archive.EnterScope())
        {
            using (_desk.EnterScope()) // expect-any: LG1002 office.archive > office.desk
            {
                _letters--;
            }
        }
    }
}
