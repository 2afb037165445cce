"""What building and checking the product needs besides its libraries; never shipped."""
