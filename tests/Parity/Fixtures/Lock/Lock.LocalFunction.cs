// The local function takes the second lock, wherever it is called.
using LockGraph;

namespace Parity.LockLocalFunction;

public sealed class Census
{
    private readonly TrackedLock _people = new();
    private readonly TrackedLock _houses = new();
    private int _counted;

    public static void Run()
    {
        var census = new Census();
        census.Count(4);
        census.Visit();
    }

    public void Count(int people)
    {
        using (_people.EnterScope())
        {
            Settle(people); // expect-any: LG1002 Census._houses > Census._people
        }

        void Settle(int number)
        {
            using (_houses.EnterScope()) // expect-any: LG1002 Census._houses > Census._people
            {
                _counted += number;
            }
        }
    }

    public void Visit()
    {
        using (_houses.EnterScope())
        {
            using (_people.EnterScope()) // expect-any: LG1002 Census._houses > Census._people
            {
                _counted--;
            }
        }
    }
}
