// Whoever cancels runs the registered callbacks, under whatever it holds.
using LockGraph;

namespace Parity.LockCallbackCancel;

public sealed class Switchboard
{
    private readonly TrackedLock _lines = new();
    private readonly TrackedLock _operators = new();
    private readonly CancellationTokenSource _closing = new();
    private int _calls;

    public static void Run()
    {
        var board = new Switchboard();
        board.Open();
        board.Close();
        board.Connect(2);
    }

    public void Open() => _closing.Token.Register(HangUp);

    public void Close()
    {
        using (_lines.EnterScope())
        {
            _closing.Cancel(); // expect-any: LG1002 Switchboard._lines > Switchboard._operators
        }
    }

    public void Connect(int calls)
    {
        using (_operators.EnterScope())
        {
            using (_lines.EnterScope()) // expect-any: LG1002 Switchboard._lines > Switchboard._operators
            {
                _calls += calls;
            }
        }
    }

    private void HangUp()
    {
        using (_operators.EnterScope()) // expect-any: LG1002 Switchboard._lines > Switchboard._operators
        {
            _calls = 0;
        }
    }
}
